import type { Basis } from '../model/basis.js'
import type { Text } from '../model/text.js'

/** What the report on a population says. */
export const reportWords = {
  title: {
    vi: 'Báo cáo kết quả đối chiếu với tiêu chí “Công dân học tập”',
    en: 'Report: people compared with the “Learning Citizen” criteria',
  },
  asOf: { vi: 'Tính đến ngày', en: 'As of' },
  between: { vi: 'Tính theo các ngày', en: 'As of days from' },
  to: { vi: 'đến', en: 'to' },
  noDay: { vi: 'Chưa ghi ngày đánh giá', en: 'The day of assessment is not told' },
  place: { vi: 'Địa bàn, đơn vị', en: 'Place' },
  people: { vi: 'Số người', en: 'People' },
  nobody: { vi: 'Chưa có ai được đếm, nên không có gì để báo cáo.', en: 'Nobody is counted, so there is nothing to report.' },

  summary: { vi: 'Tóm tắt', en: 'Summary' },
  share: { vi: 'Tỷ lệ đạt tiêu chí', en: 'Share meeting the criteria' },
  met: { vi: 'Đạt tiêu chí', en: 'Meet the criteria' },
  unmet: { vi: 'Chưa đạt', en: 'Do not meet' },
  unknown: { vi: 'Chưa đủ căn cứ', en: 'Not enough evidence' },
  upTo: { vi: 'Cao nhất có thể', en: 'At most' },
  registered: { vi: 'Đã đăng ký', en: 'Registered' },
  assessed: { vi: 'Đã có minh chứng hoặc điểm', en: 'With evidence or a score' },
  adults: { vi: 'Người lớn', en: 'Adults' },
  hasSkills: { vi: 'Có kỹ năng số', en: 'Have digital skills' },
  notKnownOf: { vi: 'chưa rõ', en: 'not known' },
  howToRead: {
    vi: '“Chưa đủ căn cứ” là chưa đủ thông tin để nói đạt hay chưa đạt; những người này tính trong mẫu số và không tính là đạt. Khi bổ sung đủ thông tin, tỷ lệ đạt nằm giữa con số đã ghi và “Cao nhất có thể”.',
    en: '“Not enough evidence”: too little is known to say met or not met; these people are in the denominator and are not counted as met. Once everything is known, the share will lie between the figure shown and “At most”.',
  },
  granting: {
    vi: '“Đạt tiêu chí” là kết quả đối chiếu hồ sơ với tiêu chí, chưa phải danh hiệu: việc công nhận do cấp có thẩm quyền quyết định.',
    en: '“Meeting the criteria” compares records with criteria; it is not the title, which the competent authority grants.',
  },

  groups: { vi: 'Theo nhóm đối tượng', en: 'By group' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  all: { vi: 'Tất cả', en: 'Everybody' },
  total: { vi: 'Tổng số', en: 'Total' },
  groupsChart: { vi: 'Tỷ lệ đạt, chưa đạt, chưa đủ căn cứ theo nhóm', en: 'Met, not met and not enough evidence, by group' },
  ofGroup: { vi: 'phần trăm số người của nhóm', en: 'percent of the people of each group' },

  units: { vi: 'Theo đơn vị', en: 'By unit' },
  residence: { vi: 'Theo nơi ở', en: 'By residence' },
  workplace: { vi: 'Theo nơi làm việc, học tập', en: 'By place of work or study' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  noUnit: { vi: '(chưa ghi đơn vị)', en: '(unit not given)' },
  noUnits: { vi: 'Hồ sơ chưa ghi đơn vị nào.', en: 'The records name no units.' },
  unitsChart: { vi: 'Tỷ lệ đạt tiêu chí theo nơi ở', en: 'Share meeting the criteria, by residence' },
  unitGroups: { vi: 'Đơn vị và nhóm: số người đạt / số người', en: 'Units and groups: people who meet / people' },
  tooManyUnits: {
    vi: 'Nhiều đơn vị nên chỉ có bảng, không vẽ hình.',
    en: 'There are many units: the table stands without a chart.',
  },

  totals: { vi: 'Phân bố tổng điểm', en: 'Distribution of totals' },
  totalsChart: { vi: 'Số người theo tổng điểm', en: 'People by total' },
  sureTotal: { vi: 'Điểm chắc chắn có', en: 'Points that are sure' },
  possibleTotal: { vi: 'Điểm cao nhất có thể', en: 'Points at most' },
  points: { vi: 'Tổng điểm', en: 'Total' },
  needed: { vi: 'Tổng điểm cần đạt', en: 'Total needed' },
  floorToo: {
    vi: 'Đủ tổng điểm chưa chắc đã đạt: từng chỉ số còn phải từ điểm sàn trở lên.',
    en: 'The total alone is not enough: every indicator has to reach its floor as well.',
  },
  thresholdUnknown: {
    vi: 'Không rõ tổng điểm cần đạt của {n} người, vì bản đếm cũ không ghi.',
    en: 'The total needed is not known of {n} people: an older tally does not tell it.',
  },

  means: { vi: 'Điểm trung bình theo chỉ số và nhóm', en: 'Mean score by indicator and group' },
  meansChart: { vi: 'Điểm trung bình chắc chắn (thang 0–10)', en: 'Mean of the points that are sure (scale 0–10)' },
  indicator: { vi: 'Chỉ số', en: 'Indicator' },
  meansNote: {
    vi: 'Ô càng đậm thì điểm càng cao. Điểm chắc chắn có là điểm đã chứng minh được; bảng ghi thêm điểm cao nhất có thể.',
    en: 'Darker is higher. Points that are sure are those shown by evidence; the table adds the points at most.',
  },

  missing: { vi: 'Tiêu chí còn thiếu nhiều nhất', en: 'Criteria most often missing' },
  missingChart: { vi: 'Số người còn thiếu, theo chỉ số', en: 'People who lack points, by indicator' },
  floor: { vi: 'Dưới điểm sàn', en: 'Below the floor' },
  roomLeft: { vi: 'Còn có thể thêm điểm để đủ tổng', en: 'Could add to a total that is too low' },
  missingOf: {
    vi: 'Tính trên {n} người chưa đạt hoặc chưa đủ căn cứ mà kết quả nói rõ còn thiếu gì; một người có thể thiếu nhiều chỉ số.',
    en: 'Of {n} people who do not meet the criteria, or not yet for certain, and whose results tell what is missing; one may lack several.',
  },
  missingNone: { vi: 'Không có kết quả nào nói còn thiếu gì.', en: 'No result tells what is missing.' },
  factsTable: { vi: 'Minh chứng cần bổ sung hoặc nâng lên nhiều nhất', en: 'Evidence that most often has to be added or raised' },
  fact: { vi: 'Minh chứng', en: 'Evidence' },
  ofThem: { vi: 'Tỷ lệ', en: 'Share' },

  digital: { vi: 'Kỹ năng số', en: 'Digital skills' },
  digitalChart: { vi: 'Mức kỹ năng số theo nhóm', en: 'Digital-skill level by group' },
  notAssessed: { vi: 'Chưa có căn cứ', en: 'No evidence' },
  digitalNote: {
    vi: 'Mức ghi ở đây là mức chắc chắn; người chưa có căn cứ nào để riêng. Mức kỹ năng số dùng cho thống kê, không tính vào kết luận đạt hay chưa đạt.',
    en: 'Levels are those that are sure; people without any evidence stand apart. The level serves statistics and never touches the verdict.',
  },
  proficient: { vi: 'Thành thạo kỹ năng số', en: 'Proficient in digital skills' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },

  targets: { vi: 'So với chỉ tiêu của kế hoạch', en: 'Against the targets of the plan' },
  targetsChart: { vi: 'Kết quả so với chỉ tiêu đến hết năm', en: 'Results against the targets to be reached by the end of' },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  result: { vi: 'Kết quả', en: 'Result' },
  standing: { vi: 'So sánh', en: 'Standing' },
  targetSign: { vi: 'Vạch đỏ: chỉ tiêu', en: 'Red line: target' },
  sureShare: { vi: 'Chắc chắn', en: 'For certain' },
  possibleShare: { vi: 'Còn có thể', en: 'Still possible' },
  required: { vi: 'Mức cần đạt', en: 'To be reached' },
  notTitles: {
    vi: 'Chỉ tiêu nói đến danh hiệu; ở đây đếm người đạt tiêu chí, vì danh hiệu do cấp có thẩm quyền công nhận.',
    en: 'The targets speak of the title; what is counted here is who meets the criteria, since the competent authority grants the title.',
  },
  needs: { vi: 'Cần thêm (người)', en: 'Still needed (people)' },
  noMilestone: { vi: 'chưa đến mốc nào', en: 'no milestone yet' },
  notInRecords: { vi: 'không có trong hồ sơ', en: 'not in the records' },
  countBasis: { vi: 'cách đếm:', en: 'the count:' },

  quality: { vi: 'Chất lượng dữ liệu', en: 'Quality of the data' },
  given: { vi: 'Minh chứng có trong hồ sơ', en: 'Pieces of evidence given' },
  self: {
    vi: 'trong đó chỉ do người dân tự khai (gồm cả minh chứng không ghi ai xác nhận)',
    en: 'of which only the person attests (also where nobody is named)',
  },
  declared: { vi: 'Điểm chỉ số lấy theo phiếu đã chấm', en: 'Indicator scores taken as declared' },
  rejected: { vi: 'Dòng bị loại vì có lỗi', en: 'Rows rejected for errors' },
  blank: { vi: 'Dòng trống', en: 'Blank rows' },
  warned: { vi: 'Lưu ý khi đọc và đánh giá', en: 'Warnings of reading and assessing' },
  times: { vi: 'Số dòng', en: 'Rows' },
  levels: { vi: 'mức', en: 'levels' },
  records: { vi: 'Hồ sơ và minh chứng', en: 'Records and evidence' },
  figure: { vi: 'Nội dung', en: 'Item' },
  number: { vi: 'Số lượng', en: 'Number' },
  oldTally: { vi: 'Không ghi lại với {n} người.', en: 'Not recorded for {n} people.' },
  peopleWord: { vi: 'người', en: 'people' },

  grounds: { vi: 'Căn cứ và nguồn', en: 'Basis and sources' },
  passRule: { vi: 'Điều kiện đạt', en: 'Pass rule' },
  levelsRest: {
    vi: 'Các mức điểm bên trong từng chỉ số',
    en: 'The levels inside the indicators',
  },
  digitalRest: { vi: 'Mức từ đó coi là có kỹ năng số', en: 'Level from which a person has digital skills' },
  adultRest: { vi: 'Tuổi tính là người lớn', en: 'Age counted as adult' },
  setsUsed: { vi: 'Bộ tiêu chí đã dùng', en: 'Criteria sets used' },
  setUnknown: {
    vi: 'không có trong công cụ lập báo cáo; xem căn cứ ở nơi lập bộ ấy',
    en: 'not known where this report was made; see its grounds with whoever made the set',
  },
  setsMissing: {
    vi: 'Không ghi lại bộ tiêu chí đã dùng với {n} người.',
    en: 'The set used is not recorded of {n} people.',
  },
  others: { vi: 'Số bị ẩn và cách làm tròn', en: 'Hidden counts and rounding' },
  hiding: {
    vi: 'Để không ai bị nhận ra, số từ 1 đến {n} người được ghi là “ẩn”; thêm một vài ô cũng ghi “ẩn” để không suy ra được các ô ấy từ tổng số. Nhóm, đơn vị bị ẩn không có trong hình.',
    en: 'So that nobody can be recognised, counts of 1 to {n} people are shown as “hidden”, and some more with them, so that they cannot be worked out from totals. Groups and units that are hidden are not drawn.',
  },
  noHiding: { vi: 'Báo cáo này không ẩn ô nào, kể cả ô ít người.', en: 'This report hides nothing, small counts included.' },
  rounding: { vi: 'Tỷ lệ phần trăm làm tròn xuống.', en: 'Percentages are rounded down.' },
  hidden: { vi: 'ẩn', en: 'hidden' },
  fewer: { vi: 'dưới', en: 'under' },
  totalHidden: {
    vi: 'Tổng số của cả báo cáo bị ẩn, vì trong đó có số người quá ít. Các phần chỉ nói về tổng số cũng bị ẩn theo.',
    en: 'The totals of the whole report are hidden, since they hold counts of too few people. So are the parts that are about the totals alone.',
  },
  partHidden: { vi: 'Bị ẩn vì có số người quá ít.', en: 'Hidden, too few people.' },
  table: { vi: 'Bảng số liệu của hình', en: 'The numbers of the chart' },
  shows: { vi: 'Hình cho thấy', en: 'The chart shows' },
  marks: { vi: 'Ý nghĩa các nhãn', en: 'What the marks mean' },
} as const satisfies Record<string, Text>

/** What the whole report rests on: the weakest of all counted results. */
export const reportBasis: Record<Basis, Text> = {
  proposed: {
    vi: 'Các mức điểm của từng chỉ số dùng ở đây là ĐỀ XUẤT của những người làm bộ công cụ, KHÔNG phải quy định chính thức.',
    en: 'The levels of the indicators used here are a PROPOSAL by the makers of this tool; they are NOT official.',
  },
  'single-source': {
    vi: 'Kết quả dựa vào ít nhất một con số mới chỉ có một nguồn nêu, chưa đối chiếu được với văn bản gốc.',
    en: 'The results rest on at least one number that a single source reports and that was not compared with the document itself.',
  },
  standard: {
    vi: 'Kết quả có dùng tiêu chuẩn của tổ chức khác, không phải quy định của pháp luật Việt Nam.',
    en: "The results use another body's standard, which is not law in Viet Nam.",
  },
  official: {
    vi: 'Kết quả dựa hoàn toàn trên các văn bản chính thức ghi ở mục Nguồn.',
    en: 'The results rest on the official documents named under Sources alone.',
  },
}

/** Warnings by their code, without anything of a person. */
export const warningWords: Partial<Record<string, Text>> = {
  after_day: { vi: 'Có mục bắt đầu sau ngày đánh giá nên không tính', en: 'An item begins after the day and is not counted' },
  declared_differs: {
    vi: 'Điểm đã chấm nằm ngoài khoảng mà minh chứng cho thấy',
    en: 'A declared score lies outside of what the evidence shows',
  },
  area_not_given: {
    vi: 'Chưa ghi có thuộc vùng khó khăn hay không, mà điều đó có thể làm thay đổi kết luận',
    en: 'Whether the area is disadvantaged is not given, and may change the result',
  },
  zeros_lost: { vi: 'Mã có thể đã mất số 0 ở đầu', en: 'The id may have lost its leading zeros' },
  fetch_failed: { vi: 'Không lấy được minh chứng từ hệ thống khác', en: 'Evidence could not be fetched' },
  not_fetched: { vi: 'Minh chứng chưa được lấy', en: 'Evidence was not fetched' },
  against_fact_way: {
    vi: 'Bộ tiêu chí có mức mà kết quả tốt hơn lại cho ít điểm hơn',
    en: 'The set has a level by which doing better may give fewer points',
  },
}

export const targetWords = {
  reached: { vi: 'Đạt chỉ tiêu', en: 'Reached' },
  'not-reached': { vi: 'Chưa đạt chỉ tiêu', en: 'Not reached' },
  'cannot-be-said': { vi: 'Chưa nói được', en: 'Cannot be said' },
} as const satisfies Record<string, Text>
