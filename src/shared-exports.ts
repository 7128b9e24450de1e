// What `/core` and the main entry have in common.
export { compile, type Assessor, type AssessOptions, type CompileOptions } from './assessment/compile.js'
export { explain, type ExplainOptions } from './assessment/explain.js'
export { explainTree, type ExplainTreeOptions } from './assessment/explain-tree.js'
export type { EvaluateOptions } from './assessment/evaluate.js'
export type { FormResult, FormSchema, FormSchemaOptions } from './assessment/form-schema.js'
export type { ImproveOptions, ImprovementPlan, ImprovementStep } from './assessment/improve.js'
export type { NextQuestionsOptions } from './assessment/next-questions.js'
export type {
  AreaLevel,
  Assessment,
  DigitalArea,
  DigitalCode,
  DigitalRoute,
  DigitalSkills,
  IndicatorResult,
  Missing,
  Need,
} from './model/assessment.js'
export type { Basis, SourceRef } from './model/basis.js'
export type { Collective } from './model/collectives-file.js'
export type { Condition, Leaf, LeafParams, Operator, ParameterRef } from './model/condition.js'
export type { CriteriaFile, InForce, Level, Parameter } from './model/criteria-file.js'
export type { CompetenceDefinition, CriteriaSet, IndicatorDefinition } from './model/criteria-set.js'
export type { DigitalRouteDefinition, DigitalSkillsFile } from './model/digital-skills-file.js'
export type { Evidence } from './model/evidence.js'
export type { ExplainedParameter, ExplainedValue, ExplanationKind, ExplanationNode } from './model/explanation.js'
export type { IndicatorId } from './model/indicator.js'
export {
  CdhtError,
  isCdhtError,
  type CdhtErrorCode,
  type Issue,
  type IssueCode,
  type Issues,
  type Path,
  type Result,
  type Severity,
} from './model/issue.js'
export { issueText } from './model/issue-text.js'
export { parseRecord } from './model/parse-record.js'
export {
  recordSchema,
  type Activity,
  type Certificate,
  type CitizenRecord,
  type Codes,
  type FactId,
  type FactValue,
  type GroupId,
} from './model/record.js'
export type { TargetPlan } from './model/target-plan.js'
export type { Lang, Text } from './model/text.js'
export type { Range, Verdict } from './model/verdict.js'
export type { Attester } from './model/attester.js'
export type { PopulationRules, Tier } from './model/population-rules.js'
export type { FactDefinition, FactType, VocabularyFile } from './model/vocabulary.js'
export {
  compareSets,
  type Change,
  type CompareOptions,
  type Impact,
  type IndicatorChange,
  type VerdictCounts,
} from './sets/compare.js'
export type { LintOptions } from './sets/lint.js'
export type { Membership, UnitLevel } from './population/cell.js'
export type { Fraction } from './population/fraction.js'
export {
  judgeCollectives,
  type CollectiveLevel,
  type CollectiveOptions,
  type CollectiveResult,
  type CollectiveShare,
  type JudgedCollectives,
} from './population/judge-collectives.js'
export {
  measureTargets,
  type MeasureOptions,
  type Milestone,
  type Standing,
  type TargetRate,
  type TargetResult,
  type TargetStatus,
} from './population/measure-targets.js'
export { rateOf, rateText, type Rate, type RateCounts, type RateDefinition } from './population/rate.js'
export { rollUp, type RolledUp, type RollUpOptions, type UnitTable } from './population/roll-up.js'
export type { FindingData, UsedSet } from './population/finding-json.js'
export { suppress, type SuppressCell, type Suppressed, type SuppressOptions } from './population/suppress.js'
export type { CellData, TallyData } from './population/tally-json.js'
export type { TallyOptions } from './population/tally-options.js'
export type { Answers, TallyRow } from './population/tally-row.js'
export { parseTally, tally, type Tally } from './population/tally.js'
export { unitTable, type UnitCounts, type UnitTableOptions, type UnitTableRow } from './population/unit-table.js'
export { collectives, type CollectiveId } from './sets/shipped/collectives.js'
export { populationRules } from './sets/shipped/population.js'
export type { LoadOptions } from './sets/load.js'
