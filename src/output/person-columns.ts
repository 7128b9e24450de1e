import { membershipWords, unitLevelWords } from '../intake/record-words.js'
import { fieldWords } from '../intake/field-words.js'
import type { ResultColumn } from './result-table.js'
import { answerWords } from './words.js'

/** Columns of what reports count people by. Blank: the record does not say, or was not given; `-`: of none. */
export function personColumns(): ResultColumn[] {
  return [
    {
      id: 'residence',
      reads: { field: 'units.residence' },
      label: fieldWords['units.residence'],
      cell: (_, person) => person?.units?.residence ?? '',
    },
    {
      id: 'workplace',
      reads: { field: 'units.workplace' },
      label: fieldWords['units.workplace'],
      cell: (_, person) => person?.units?.workplace ?? '',
    },
    {
      id: 'unit_level',
      reads: { field: 'unitLevel' },
      label: fieldWords.unitLevel,
      cell: (_, person) => person?.unitLevel ?? '',
      words: (_, lang, person) => (person?.unitLevel ? unitLevelWords[person.unitLevel][lang] : ''),
    },
    {
      id: 'memberships',
      reads: { field: 'memberships' },
      label: fieldWords.memberships,
      cell: (_, person) => listCell(person?.memberships),
      words: (_, lang, person) => listCell(person?.memberships?.map((one) => membershipWords[one][lang])),
    },
    {
      id: 'registered',
      reads: { field: 'registered' },
      label: fieldWords.registered,
      cell: (_, person) => (person?.registered === undefined ? '' : person.registered ? 'yes' : 'no'),
      words: (_, lang, person) =>
        person?.registered === undefined ? '' : answerWords[person.registered ? 'met' : 'unmet'][lang],
    },
    {
      id: 'adult',
      reads: { field: 'birth' },
      label: { vi: 'Đủ tuổi người lớn', en: 'Adult' },
      cell: (_, person) => person?.adult ?? '',
      words: (_, lang, person) => (person ? answerWords[person.adult][lang] : ''),
    },
    {
      id: 'recorded_on',
      reads: { field: 'recordedOn' },
      label: fieldWords.recordedOn,
      cell: (_, person) => person?.recordedOn ?? '',
    },
    {
      id: 'assessed',
      reads: { field: 'evidence' },
      label: { vi: 'Có minh chứng hoặc điểm', en: 'With evidence or a score' },
      cell: (_, person) => (person ? (person.assessed ? 'yes' : 'no') : ''),
      words: (_, lang, person) => (person ? answerWords[person.assessed ? 'met' : 'unmet'][lang] : ''),
    },
  ]
}

const listCell = (items: readonly string[] | undefined): string => (items ? items.join('; ') || '-' : '')
