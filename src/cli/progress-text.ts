import type { Lang, Text } from '../model/text.js'

export interface Seen {
  /** Bytes of all files whose size is known; 0 where none is. */
  total: number
  bytes: number
  /** Rows of other files. */
  rows: number
  /** Since the beginning. */
  seconds: number
}

/** Seconds after which the speed says how long the rest will take. */
const settled = 2
/** Signs of the bar at most. */
const barWidth = 30

/** One line: a bar, the share, the speed and about how long it will take; shorter where the terminal is narrow. */
export function progressText({ total, bytes, rows, seconds }: Seen, columns: number, lang: Lang): string {
  const say = (text: Text): string => text[lang]
  const parts: string[] = []
  if (total > 0) {
    // A file may grow while it is read.
    const share = Math.min(1, bytes / total)
    parts.push(`${String(Math.floor(100 * share)).padStart(3)}%`)
    const speed = number(bytes / 1e6 / seconds, 1, lang)
    parts.push(say({ vi: `${speed} MB/giây`, en: `${speed} MB/s` }))
    if (seconds >= settled && share < 1) {
      const left = timeText(((total - bytes) / bytes) * seconds)
      parts.push(say({ vi: `còn khoảng ${left.vi}`, en: `about ${left.en} left` }))
    }
  }
  if (rows > 0) {
    const [count, speed] = [number(rows, 0, lang), number(rows / seconds, 0, lang)]
    parts.push(say({ vi: `đã đọc ${count} dòng, ${speed} dòng/giây`, en: `${count} rows read, ${speed} rows/s` }))
  }
  const words = parts.join('  ')
  const room = Math.min(barWidth, columns - words.length - 3)
  if (total === 0 || room < 10) return words.slice(0, columns - 1)
  const full = Math.round(Math.min(1, bytes / total) * room)
  return `${'█'.repeat(full)}${'░'.repeat(room - full)} ${words}`
}

/** Without the words of the machine's own locale, so that the same line comes out everywhere. */
function number(value: number, decimals: number, lang: Lang): string {
  const [whole = '', part] = value.toFixed(decimals).split('.')
  const [thousands, point] = lang === 'vi' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return part === undefined ? grouped : `${grouped}${point}${part}`
}

function timeText(seconds: number): Text {
  const whole = Math.ceil(seconds)
  if (whole < 60) return { vi: `${whole} giây`, en: `${whole} s` }
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return { vi: `${minutes} phút ${whole % 60} giây`, en: `${minutes} min ${whole % 60} s` }
  const hours = Math.floor(minutes / 60)
  return { vi: `${hours} giờ ${minutes % 60} phút`, en: `${hours} h ${minutes % 60} min` }
}
