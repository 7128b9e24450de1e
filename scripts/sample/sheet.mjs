/**
 * @typedef {import('../../src/model/vocabulary.js').FactDefinition} FactDefinition
 * @typedef {import('../../src/model/record.js').CitizenRecord} CitizenRecord
 * @typedef {{ vi: string; en: string }} Text
 */

/**
 * Records as officials keep them: Vietnamese headings, groups and steps in words, codes as ids.
 *
 * @param {readonly CitizenRecord[]} people
 * @param {{ facts: readonly FactDefinition[]; groups: ReadonlyMap<string, Text> }} words
 * @returns {string} CSV with byte order mark, comma and CRLF
 */
export function peopleToCsv(people, { facts, groups }) {
  // A column that nobody fills in would only make the table wider.
  const asked = facts.filter(({ id }) => people.some(({ evidence }) => evidence?.[id] !== undefined))
  /** @type {readonly (readonly [heading: string, cell: (person: CitizenRecord) => string])[]} */
  const columns = [
    ['Mã', ({ id }) => id],
    ['Nhóm đối tượng', ({ group }) => groups.get(group)?.vi ?? group],
    ['Năm sinh', ({ birth }) => birth ?? ''],
    ['Nơi ở', ({ units }) => units?.residence ?? ''],
    ['Nơi làm việc', ({ units }) => units?.workplace ?? ''],
    ['Cấp đơn vị', ({ unitLevel }) => (unitLevel ? unitLevels[unitLevel] : '')],
    ['Mô hình học tập', ({ memberships }) => list(memberships?.map((one) => membershipWords[one]))],
    ['Vùng khó khăn', ({ disadvantagedArea }) => (disadvantagedArea === null ? '?' : yesNo(disadvantagedArea))],
    ['Đã đăng ký', ({ registered }) => yesNo(registered)],
    ['Ngày lập phiếu', ({ recordedOn }) => recordedOn ?? ''],
    ...asked.map((fact) => {
      /** @type {readonly [string, (person: CitizenRecord) => string]} */
      const column = [fact.label.vi, ({ evidence }) => factCell(fact, evidence?.[fact.id])]
      return column
    }),
  ]
  const lines = [columns.map(([heading]) => heading), ...people.map((person) => columns.map(([, cell]) => cell(person)))]
  return `\uFEFF${lines.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')}`
}

/** @type {Record<string, string>} */
const unitLevels = { branch: 'Chi hội', commune: 'Xã', district: 'Huyện', province: 'Tỉnh', central: 'Trung ương' }
/** @type {Record<string, string>} */
const membershipWords = {
  'learning-family': 'Gia đình học tập',
  'learning-clan': 'Dòng họ học tập',
  'learning-community': 'Cộng đồng học tập',
  'learning-unit': 'Đơn vị học tập',
}

/** @param {unknown} answer */
const yesNo = (answer) => (answer === true ? 'có' : answer === false ? 'không' : '')

/** @param {readonly string[] | null | undefined} items - an empty list says "none", which a blank would not */
const list = (items) => (!items ? '' : items.length === 0 ? '-' : items.join('; '))

/**
 * @param {FactDefinition} fact
 * @param {any} value
 * @returns {string}
 */
function factCell(fact, value) {
  if (value === undefined || value === null) return ''
  switch (fact.type) {
    case 'rank':
      return fact.ranks.find(({ rank }) => rank === value)?.label.vi ?? String(value)
    case 'boolean':
      return yesNo(value)
    case 'codes':
      return Array.isArray(value) ? list(value) : JSON.stringify(value)
    case 'activities':
      return list(value.map((/** @type {any} */ item) => parts(item, ['kind', 'topic', 'from', 'to', 'hours', 'certificate'])))
    case 'certificates':
      return list(value.map((/** @type {any} */ item) => parts(item, ['kind', 'level', 'issuedOn'])))
    default:
      return String(value)
  }
}

/** Parts of an item, those at the end left off. @param {any} item @param {readonly string[]} names */
function parts(item, names) {
  return names
    .map((name) => (typeof item[name] === 'boolean' ? yesNo(item[name]) : String(item[name] ?? '')))
    .join('|')
    .replace(/\|+$/, '')
}

/** @param {string} cell */
const quote = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
