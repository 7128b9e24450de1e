import type { Text } from '../model/text.js'

/** Fields of a record that are no facts, in words; a column may be headed so. */
export const fieldWords = {
  id: { vi: 'Mã', en: 'Id' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  birth: { vi: 'Năm sinh hoặc ngày sinh', en: 'Year or day of birth' },
  'units.residence': { vi: 'Nơi ở', en: 'Place of residence' },
  'units.workplace': { vi: 'Nơi làm việc', en: 'Workplace' },
  unitLevel: { vi: 'Cấp của nơi làm việc', en: 'Level of the workplace' },
  memberships: { vi: 'Mô hình học tập', en: 'Learning models' },
  disadvantagedArea: { vi: 'Vùng khó khăn', en: 'Disadvantaged area' },
  registered: { vi: 'Đã đăng ký', en: 'Registered' },
  recordedOn: { vi: 'Ngày lập phiếu', en: 'Recorded on' },
} as const satisfies Record<string, Text>
