import type { AwkwardFile } from './awkward-file.js'
import { cellFiles } from './cells.js'
import { encodingFiles } from './encodings.js'
import { jsonFiles } from './json-files.js'
import { layoutFiles } from './layouts.js'
import { lineFormFiles } from './line-forms.js'
import { otherKindFiles } from './other-kinds.js'
import { workbookFiles } from './workbooks.js'

/** All awkward files. What each is to give stands, written by hand, in `test/awkward/expected/`. */
export const awkwardFiles = (): AwkwardFile[] => [
  ...encodingFiles(),
  ...lineFormFiles(),
  ...layoutFiles(),
  ...cellFiles(),
  ...workbookFiles(),
  ...jsonFiles(),
  ...otherKindFiles(),
]
