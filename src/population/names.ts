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
