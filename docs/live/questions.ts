import type { Text } from '../../src/model/text.js'
import type { QuestionId } from './interview.js'

/** Every fact of the shipped vocabulary as a question; any other is asked by its label. */
export const questions: Partial<Record<QuestionId, Text>> = {
  disadvantagedArea: {
    vi: 'Nơi ở có thuộc vùng đặc biệt khó khăn không?',
    en: 'Is the place of residence in a disadvantaged area?',
  },
  readingFrequency: {
    vi: 'Thường đọc, nghe, xem tin tức và kiến thức ở mức nào?',
    en: 'How often does the person read, listen to or watch news and knowledge content?',
  },
  informationSources: { vi: 'Thường dùng những nguồn thông tin nào?', en: 'Which information sources are used regularly?' },
  booksRead: {
    vi: 'Đã đọc hoặc nghe trọn bao nhiêu cuốn sách, tài liệu dài?',
    en: 'How many books or long documents were read or heard to the end?',
  },
  learningPlan: { vi: 'Đã có kế hoạch học tập trong năm chưa?', en: 'Is there a learning plan for the year?' },
  requiredLearningDone: {
    vi: 'Đã học xong nội dung mà Nhà nước, cơ quan, nhà trường hoặc đoàn thể quy định chưa?',
    en: 'Has the learning set by the State, employer, school or association been finished?',
  },
  learningResult: {
    vi: 'Nếu đang theo học: kết quả học tập ở mức nào?',
    en: 'If enrolled in a programme: how good are the study results?',
  },
  learningActivities: {
    vi: 'Đã tham gia những lớp học, buổi tập huấn, hoạt động học tập nào?',
    en: 'Which courses, trainings or other learning activities were attended?',
  },
  certificates: { vi: 'Đã có những chứng chỉ, chứng nhận nào?', en: 'Which certificates are held?' },
  communitySessions: {
    vi: 'Đã dự bao nhiêu buổi học ở nhà văn hoá, trung tâm học tập cộng đồng, câu lạc bộ, thư viện, hội nghị?',
    en: 'How many sessions were attended at a culture house, community learning centre, club, library or conference?',
  },
  peopleSupported: {
    vi: 'Đã động viên, giúp bao nhiêu người thân, đồng nghiệp, hàng xóm học tập?',
    en: 'How many relatives, colleagues or neighbours were encouraged or helped to learn?',
  },
  supportActions: {
    vi: 'Đã động viên, tạo điều kiện cho người khác học bằng những cách nào?',
    en: 'In which ways were others encouraged or enabled to learn?',
  },
  staffTrainedPercent: {
    vi: 'Bao nhiêu phần trăm người thuộc quyền đã được học ít nhất một nội dung?',
    en: 'What share of the staff studied at least one subject, in percent?',
  },
  digitalActivities: {
    vi: 'Trong ba tháng qua đã tự làm những việc nào trên máy tính, điện thoại?',
    en: 'Which of these were done on a computer or telephone in the last three months?',
  },
  digitalServices: {
    vi: 'Đang dùng những dịch vụ, công cụ số nào?',
    en: 'Which digital services and tools are used?',
  },
  selfUpdatesOnline: {
    vi: 'Có tự đăng nhập và cập nhật minh chứng Công dân học tập trên mạng không?',
    en: 'Does the person log in and update their own Learning Citizen evidence?',
  },
  languageLevel: {
    vi: 'Bậc ngoại ngữ cao nhất đã đạt là bậc mấy?',
    en: 'What is the highest foreign-language level reached?',
  },
  languageUse: {
    vi: 'Dùng ngoại ngữ trong việc làm và đời sống ở mức nào?',
    en: 'How much is a foreign language used in work and life?',
  },
  languageNotRequired: {
    vi: 'Công việc đang làm có đòi hỏi ngoại ngữ không?',
    en: 'Does the work call for a foreign language?',
  },
  recordKeeping: {
    vi: 'Ghi chép, tính toán cho công việc, sản xuất, chi tiêu ở mức nào?',
    en: 'How far does record keeping and calculation for work, production or spending go?',
  },
  improvements: {
    vi: 'Đã áp dụng bao nhiêu cải tiến, cách làm mới?',
    en: 'How many improvements or new ways of working were put into use?',
  },
  initiativeRank: {
    vi: 'Sáng kiến, giải pháp, mô hình đã được công nhận ở cấp nào cao nhất?',
    en: 'What is the highest level at which an initiative or model was recognised?',
  },
  verifiesInformation: {
    vi: 'Có kiểm chứng thông tin trước khi tin, chia sẻ hoặc làm theo không?',
    en: 'Is information checked before it is believed, shared or acted on?',
  },
  opinionsGiven: {
    vi: 'Đã góp ý, đề xuất có lý lẽ bao nhiêu lần?',
    en: 'How many reasoned comments or proposals were made?',
  },
  opinionsAdopted: {
    vi: 'Bao nhiêu góp ý, đề xuất đã được tiếp thu?',
    en: 'How many of the comments or proposals were adopted?',
  },
  goodRelations: {
    vi: 'Quan hệ với mọi người xung quanh được xác nhận ở mức nào?',
    en: 'What is confirmed about relations with people around?',
  },
  reconciliations: {
    vi: 'Đã góp phần giải quyết bao nhiêu lần bất đồng?',
    en: 'How many disagreements did the person help to settle?',
  },
  commonActivities: {
    vi: 'Đã tham gia việc chung của thôn, tổ, đơn vị, trường bao nhiêu lần?',
    en: 'How often did the person join in common activities of the village, team, unit or school?',
  },
  serviceFeedback: {
    vi: 'Người được phục vụ (người dân, khách hàng, người học, đơn vị bạn) nhận xét thế nào?',
    en: 'What do the people served say (citizens, customers, learners, partner units)?',
  },
  cooperationGroups: {
    vi: 'Đang tham gia tích cực trong bao nhiêu nhóm cùng làm, cùng học?',
    en: 'In how many working or learning groups is the person active?',
  },
  experienceShared: {
    vi: 'Đã chia sẻ kinh nghiệm, cách làm bao nhiêu lần?',
    en: 'How often was know-how shared with others?',
  },
  localDigitalScore: {
    vi: 'Được bao nhiêu điểm theo khung năng lực số của địa phương?',
    en: 'What is the score on a local digital-competence scale?',
  },
}

/** Where yes and no do not answer the question as it is asked: the words for a fact that holds, and for one that does not. */
export const yesNo: Partial<Record<QuestionId, { yes: Text; no: Text }>> = {
  requiredLearningDone: { yes: { vi: 'Đã học xong', en: 'Finished' }, no: { vi: 'Chưa xong', en: 'Not finished' } },
  languageNotRequired: { yes: { vi: 'Không đòi hỏi', en: 'No, it does not' }, no: { vi: 'Có đòi hỏi', en: 'Yes, it does' } },
}
