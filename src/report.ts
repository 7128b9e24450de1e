export { renderReport, type ReportOptions } from './output/report.js'
export type { ReportQuality } from './output/report-quality.js'
