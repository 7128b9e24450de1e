import type { shareOf } from '../model/collectives-file.js'
import type { Tier } from '../model/population-rules.js'
import type { Text } from '../model/text.js'
import type { Membership, UnitLevel } from './cell.js'

export const holders: Text = { vi: 'người đạt tiêu chí “Công dân học tập”', en: 'people who meet the Learning Citizen criteria' }

export const withSkills: Text = {
  vi: 'người đạt tiêu chí có kỹ năng số đáp ứng yêu cầu công việc',
  en: 'people who meet the criteria and have digital skills that meet their job',
}

export const proficientHolders: Text = {
  vi: 'người đạt tiêu chí thành thạo kỹ năng số để tự cập nhật thông tin',
  en: 'people who meet the criteria and are proficient enough to update information by themselves',
}

export const adultsIn: Record<Exclude<Membership, 'learning-unit'>, Text> = {
  'learning-family': { vi: 'người lớn trong gia đình học tập', en: 'adults in learning families' },
  'learning-clan': { vi: 'người lớn trong dòng họ học tập', en: 'adults in learning clans' },
  'learning-community': { vi: 'người lớn trong cộng đồng học tập', en: 'adults in learning communities' },
}

export const staffOf: Record<UnitLevel | 'not-given', Text> = {
  branch: {
    vi: 'cán bộ, người lao động trong đơn vị học tập ở cơ sở (chi hội, thôn, tổ dân phố)',
    en: 'staff of learning units below the commune (branches, villages, residential groups)',
  },
  commune: { vi: 'cán bộ, người lao động trong đơn vị học tập cấp xã', en: 'staff of learning units at commune level' },
  district: { vi: 'cán bộ, người lao động trong đơn vị học tập cấp huyện', en: 'staff of learning units at district level' },
  province: { vi: 'cán bộ, người lao động trong đơn vị học tập cấp tỉnh', en: 'staff of learning units at provincial level' },
  central: {
    vi: 'cán bộ, người lao động trong đơn vị học tập ở cơ quan trung ương',
    en: 'staff of learning units in central bodies',
  },
  'not-given': {
    vi: 'cán bộ, người lao động trong đơn vị học tập chưa ghi cấp',
    en: 'staff of learning units whose level is not given',
  },
}

export const tierNames: Record<Tier, Text> = {
  commune: { vi: 'cấp xã', en: 'communes' },
  district: { vi: 'cấp huyện', en: 'districts' },
  province: { vi: 'cấp tỉnh', en: 'provinces' },
}

export const adultPeople: Text = { vi: 'người lớn', en: 'adults' }
export const registeredPeople: Text = { vi: 'người đã đăng ký', en: 'people who registered' }

/** Whose share a learning collective needs. */
export const peopleOfCollective: Record<(typeof shareOf)[number], Text> = {
  staff: {
    vi: 'cán bộ, công chức, viên chức, người lao động của đơn vị',
    en: 'staff of the unit',
  },
  learners: { vi: 'người học của đơn vị', en: 'learners of the unit' },
  adults: adultPeople,
}

/** What a judgement of a collective leaves open. */
export const shareAlone: Text = {
  vi: 'Chỉ xét tỷ lệ người đạt tiêu chí “Công dân học tập”; các tiêu chí khác của danh hiệu này không có trong hồ sơ nên không xét. Việc công nhận do cấp có thẩm quyền quyết định.',
  en: 'Only the share of people who meet the Learning Citizen criteria is judged; the other criteria of this title are in no record of a person. Titles are granted by people.',
}
