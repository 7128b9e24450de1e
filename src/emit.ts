export { emitModule, type EmittedModule } from './emit/emit-module.js'
export type { CompileOptions } from './assessment/compile.js'
