/** What is drawn for a group. Every number here is invented for practice data; none is a finding about real people. */
export interface GroupProfile {
  group: string
  /** Of all people. */
  share: number
  /** Mean of what drives every answer of a person; 0 is middling. */
  zeal: number
  /** Share of people known from an HR table alone. */
  hrOnly: number
  /** First and last year of birth. */
  born: readonly [number, number]
  hasWorkplace: boolean
  /** Usual topics of learning. */
  topics: readonly string[]
  /** Kinds of source used more than others. */
  sources: readonly string[]
  /** Digital services used more than others. */
  services: readonly string[]
  /** Facts that the group's form does not ask. */
  notAsked: readonly string[]
}

const officeTopics = ['professional', 'state-management', 'law', 'digital', 'language']
const officeSources = ['news-website', 'official-channel', 'official-documents', 'professional-literature']
const officeServices = ['vneid', 'public-services', 'e-office', 'work-software', 'digital-signature', 'online-learning']
const staffFacts = ['staffTrainedPercent']
const studyFacts = ['learningResult']

export const groupProfiles: readonly GroupProfile[] = [
  {
    group: 'farmer',
    share: 0.4,
    zeal: -0.75,
    hrOnly: 0,
    born: [1955, 2003],
    hasWorkplace: false,
    topics: ['production', 'vocational', 'culture', 'law', 'digital', 'finance'],
    sources: ['radio-tv', 'loudspeaker', 'extension-material', 'official-channel', 'market-information'],
    services: ['vneid', 'production-app', 'cashless-payment', 'online-selling'],
    notAsked: [...staffFacts, ...studyFacts, 'serviceFeedback', 'requiredLearningDone'],
  },
  {
    group: 'worker',
    share: 0.18,
    zeal: -0.03,
    hrOnly: 0.03,
    born: [1966, 2006],
    hasWorkplace: true,
    topics: ['vocational', 'safety', 'digital', 'law', 'culture', 'language'],
    sources: ['radio-tv', 'news-website', 'official-channel', 'professional-literature'],
    services: ['vneid', 'cashless-payment', 'work-software', 'online-learning'],
    notAsked: [...staffFacts, ...studyFacts, 'serviceFeedback'],
  },
  {
    group: 'general',
    share: 0.1,
    zeal: -0.5,
    hrOnly: 0,
    born: [1950, 2006],
    hasWorkplace: false,
    topics: ['culture', 'law', 'digital', 'vocational', 'finance', 'other'],
    sources: ['radio-tv', 'book', 'news-website', 'loudspeaker'],
    services: ['vneid', 'public-services', 'cashless-payment'],
    notAsked: [...staffFacts, ...studyFacts, 'serviceFeedback'],
  },
  {
    group: 'learner',
    share: 0.1,
    zeal: -0.1,
    hrOnly: 0,
    born: [2003, 2009],
    hasWorkplace: true,
    topics: ['language', 'digital', 'vocational', 'culture', 'other'],
    sources: ['book', 'news-website', 'official-channel', 'professional-literature'],
    services: ['vneid', 'online-learning', 'cashless-payment', 'ai-assistant'],
    notAsked: [...staffFacts, 'serviceFeedback', 'requiredLearningDone', 'languageNotRequired'],
  },
  {
    group: 'public-employee',
    share: 0.09,
    zeal: 0.95,
    hrOnly: 0.08,
    born: [1964, 2001],
    hasWorkplace: true,
    topics: officeTopics,
    sources: officeSources,
    services: officeServices,
    notAsked: [...staffFacts, ...studyFacts],
  },
  {
    group: 'civil-servant',
    share: 0.05,
    zeal: 1.0,
    hrOnly: 0.08,
    born: [1964, 2001],
    hasWorkplace: true,
    topics: officeTopics,
    sources: officeSources,
    services: officeServices,
    notAsked: [...staffFacts, ...studyFacts],
  },
  {
    group: 'entrepreneur',
    share: 0.04,
    zeal: 0.1,
    hrOnly: 0,
    born: [1960, 2001],
    hasWorkplace: true,
    topics: ['management', 'finance', 'law', 'digital'],
    sources: ['news-website', 'market-information', 'official-documents', 'radio-tv'],
    services: ['vneid', 'e-invoice-tax', 'digital-signature', 'cashless-payment', 'online-selling'],
    notAsked: [...studyFacts, 'requiredLearningDone'],
  },
  {
    group: 'manager',
    share: 0.04,
    zeal: 0.9,
    hrOnly: 0.06,
    born: [1963, 1995],
    hasWorkplace: true,
    topics: ['management', ...officeTopics],
    sources: officeSources,
    services: [...officeServices, 'data-dashboard'],
    notAsked: [...studyFacts],
  },
]
