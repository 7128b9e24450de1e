// Generated from criteria/facts.json by `npm run generate`.
import type { Activity, Certificate, Codes } from './record.js'

/** Facts about a person by id. An interface, so that users of overlays can add their own facts to it. */
export interface Evidence {
  /** Mức độ thường xuyên đọc, nghe, xem tin tức và kiến thức. How often the person reads, listens to or watches news and knowledge content (0-4: Hardly ever; A few times a month; Every week; Most days; Every day, at a set time). */
  readingFrequency?: number | null | undefined
  /** Các loại nguồn thông tin thường dùng. Kinds of information sources used regularly. */
  informationSources?: Codes<'book' | 'newspaper' | 'radio-tv' | 'loudspeaker' | 'news-website' | 'official-channel' | 'extension-material' | 'official-documents' | 'professional-literature' | 'market-information'> | null | undefined
  /** Số sách, tài liệu dài đã đọc hoặc nghe trọn. Books or long documents read or heard to the end (0-200). */
  booksRead?: number | null | undefined
  /** Kế hoạch học tập trong năm. Learning plan for the year (0-3: None; Has named or registered what to learn; Written plan: what, how and when; Written plan, reviewed during the year). */
  learningPlan?: number | null | undefined
  /** Hoàn thành nội dung học do Nhà nước, cơ quan, nhà trường, đoàn thể quy định. Finished the learning set by the State, employer, school or association. */
  requiredLearningDone?: boolean | null | undefined
  /** Kết quả học tập của người đang học. Study result of a person enrolled in a programme (0-3: Not yet completed; Meets the requirements; Good; Very good or better). */
  learningResult?: number | null | undefined
  /** Các hoạt động học tập có ngày tháng. Dated learning activities. */
  learningActivities?: readonly Activity<'course' | 'short-training' | 'online-course' | 'degree-programme' | 'on-the-job' | 'self-study' | 'seminar' | 'club' | 'library' | 'field-day' | 'competition', 'production' | 'vocational' | 'professional' | 'state-management' | 'management' | 'law' | 'digital' | 'language' | 'minority-language' | 'safety' | 'finance' | 'culture' | 'other'>[] | null | undefined
  /** Chứng chỉ, chứng nhận đã có. Certificates held. */
  certificates?: readonly Certificate<'digital-basic-confirmation' | 'it-basic' | 'it-advanced' | 'digital-framework' | 'vocational' | 'professional'>[] | null | undefined
  /** Số buổi học ở nhà văn hoá, trung tâm học tập cộng đồng, CLB, thư viện, hội nghị. Sessions attended at culture house, community learning centre, club, library or conference (0-366). */
  communitySessions?: number | null | undefined
  /** Số người thân, đồng nghiệp, hàng xóm được động viên, giúp học tập. Relatives, colleagues or neighbours encouraged or helped to learn (0-1000). */
  peopleSupported?: number | null | undefined
  /** Các cách đã động viên, tạo điều kiện cho người khác học. Ways used to encourage or enable others to learn. */
  supportActions?: Codes<'encourage' | 'take-along' | 'teach' | 'arrange-time' | 'equip-or-pay' | 'assign' | 'fund'> | null | undefined
  /** Tỷ lệ người thuộc quyền được học ít nhất một nội dung. Share of staff who studied at least one subject (0-100). */
  staffTrainedPercent?: number | null | undefined
  /** Các hoạt động số đã làm (30 việc, DSI 2.0). Digital activities done (the 30 of DSI 2.0). */
  digitalActivities?: Codes<'idl-goods' | 'idl-health' | 'idl-news' | 'idl-factcheck' | 'cc-email' | 'cc-calls' | 'cc-messaging' | 'cc-social' | 'cc-civic' | 'cc-vote' | 'dcc-word' | 'dcc-sheet' | 'dcc-media' | 'dcc-files' | 'dcc-compose' | 'dcc-sheetadv' | 'dcc-code' | 'sf-site' | 'sf-privacy' | 'sf-location' | 'sf-profile' | 'sf-ads' | 'sf-cookies' | 'ps-install' | 'ps-settings' | 'ps-buy' | 'ps-sell' | 'ps-learn' | 'ps-bank' | 'ps-job'> | null | undefined
  /** Dịch vụ, công cụ số dùng trong đời sống và công việc ở Việt Nam. Digital services and tools used in daily life and work in Viet Nam. */
  digitalServices?: Codes<'vneid' | 'public-services' | 'cashless-payment' | 'online-learning' | 'online-selling' | 'production-app' | 'work-software' | 'e-office' | 'digital-signature' | 'e-invoice-tax' | 'data-dashboard' | 'ai-assistant'> | null | undefined
  /** Tự đăng nhập và cập nhật minh chứng Công dân học tập. Logs in and updates own Learning Citizen evidence. */
  selfUpdatesOnline?: boolean | null | undefined
  /** Bậc ngoại ngữ cao nhất (khung 6 bậc). Highest foreign-language level (6-level framework) (0-6: None; Level 1 (A1); Level 2 (A2); Level 3 (B1); Level 4 (B2); Level 5 (C1); Level 6 (C2)). */
  languageLevel?: number | null | undefined
  /** Mức dùng ngoại ngữ trong việc làm và đời sống. Use of a foreign language in work and life (0-3: Not used; Recognises common words, labels, signs (tools allowed); Handles simple work situations; Uses it regularly for own work). */
  languageUse?: number | null | undefined
  /** Công việc không đòi hỏi ngoại ngữ. The work does not call for a foreign language. */
  languageNotRequired?: boolean | null | undefined
  /** Ghi chép, tính toán phục vụ công việc, sản xuất, chi tiêu. Record keeping and calculation for work, production or spending (0-3: None; Simple notes of income, cost, time or output; Totals and compares each season, month or quarter; Uses the figures to choose options or set norms). */
  recordKeeping?: number | null | undefined
  /** Số cải tiến, cách làm mới đã áp dụng. Improvements or new ways of working put into use (0-100). */
  improvements?: number | null | undefined
  /** Cấp công nhận sáng kiến, giải pháp, mô hình. Level at which an initiative or model is recognised (0-3: None; Confirmed by team or branch; Recognised by unit, commune or firm; Recognised above that level). */
  initiativeRank?: number | null | undefined
  /** Kiểm chứng thông tin trước khi tin, chia sẻ, làm theo. Checks information before believing, sharing or acting (0-3: Not yet; Asks or looks again; Usually compares with official or other sources; Also helps others spot false news, scams or errors). */
  verifiesInformation?: number | null | undefined
  /** Số lần góp ý, đề xuất có lý lẽ. Reasoned comments or proposals made (0-366). */
  opinionsGiven?: number | null | undefined
  /** Số góp ý, đề xuất được tiếp thu. Comments or proposals adopted (0-366). */
  opinionsAdopted?: number | null | undefined
  /** Xác nhận về quan hệ với mọi người xung quanh. Confirmation of relations with people around (0-3: Not confirmed; Friendly and gets along; Also takes the lead in caring for others; Trusted to reconcile and bring people together). */
  goodRelations?: number | null | undefined
  /** Số lần góp phần giải quyết bất đồng. Disagreements helped to settle (0-100). */
  reconciliations?: number | null | undefined
  /** Số lần tham gia việc chung của thôn, tổ, đơn vị, trường. Times joined in common activities of village, team, unit or school (0-366). */
  commonActivities?: number | null | undefined
  /** Ý kiến của người được phục vụ: người dân, khách hàng, người học, đơn vị bạn. Feedback of people served: citizens, customers, learners, partner units (0-3: No confirmed feedback; No well-founded complaint outstanding; Mostly satisfied (survey or book); Commended in writing). */
  serviceFeedback?: number | null | undefined
  /** Số nhóm cùng làm, cùng học đang tham gia tích cực. Working or learning groups in which the person is active (0-50). */
  cooperationGroups?: number | null | undefined
  /** Số lần chia sẻ kinh nghiệm, cách làm. Times know-how was shared with others (0-366). */
  experienceShared?: number | null | undefined
  /** Điểm theo khung năng lực số của địa phương. Score on a local digital-competence scale (0-100). */
  localDigitalScore?: number | null | undefined
}
