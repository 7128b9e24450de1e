import type { Attester } from '../model/attester.js'
import type { memberships, unitLevels } from '../model/record.js'
import type { Text } from '../model/text.js'

/** Levels of a workplace in words; a cell may say so. */
export const unitLevelWords: Record<(typeof unitLevels)[number], Text> = {
  branch: { vi: 'Chi hội', en: 'Branch' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  district: { vi: 'Cấp huyện', en: 'District' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  central: { vi: 'Cấp trung ương', en: 'Central' },
}

export const membershipWords: Record<(typeof memberships)[number], Text> = {
  'learning-family': { vi: 'Gia đình học tập', en: 'Learning family' },
  'learning-clan': { vi: 'Dòng họ học tập', en: 'Learning clan' },
  'learning-community': { vi: 'Cộng đồng học tập', en: 'Learning community' },
  'learning-unit': { vi: 'Đơn vị học tập', en: 'Learning unit' },
}

export const attesterWords: Record<Attester, Text> = {
  self: { vi: 'Tự khai', en: 'Self' },
  branch: { vi: 'Chi hội', en: 'Branch' },
  employer: { vi: 'Đơn vị', en: 'Employer' },
  certificate: { vi: 'Chứng chỉ', en: 'Certificate' },
  log: { vi: 'Nhật ký hệ thống', en: 'System log' },
}
