import { CdhtError, type Issue, type Path } from '../model/issue.js'
import { issueText } from '../model/issue-text.js'
import type { CitizenRecord } from '../model/record.js'
import type { Lang } from '../model/text.js'
import { prepare, type Choose, type EvaluateOptions } from './evaluate.js'

export interface FormSchemaOptions extends EvaluateOptions {
  /** Language of the messages. */
  lang: Lang
}

/** What {@link formSchema} makes: a [Standard Schema](https://standardschema.dev) of version 1 for records of a criteria set. */
export interface FormSchema {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'cong-dan-hoc-tap'
    /** @throws CdhtError `options` when the day is none or the set is not in force on it */
    readonly validate: (value: unknown) => FormResult
    readonly types?: { readonly input: CitizenRecord; readonly output: CitizenRecord } | undefined
  }
}

/** The record as it was given, or a message for each field that is wrong; `path` leads to the field. */
export type FormResult =
  | { readonly value: CitizenRecord; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: Path }[] }

export function formSchemaWith(options: FormSchemaOptions, choose?: Choose): FormSchema {
  const { lang } = options
  const validate = (value: unknown): FormResult => {
    const prepared = prepare(value, options, choose)
    if (prepared.ok) return { value: value as CitizenRecord }
    const { code, issues } = prepared
    if (code === 'options' && issues[0].code !== 'group_differs') throw new CdhtError('options', issues)
    return { issues: issues.map((issue) => ({ message: messageOf(issue, lang), path: pathOf(issue) })) }
  }
  return { '~standard': { version: 1, vendor: 'cong-dan-hoc-tap', validate } }
}

/** The form shows a message beside its field, so that the place is not said again. */
function messageOf(issue: Issue, lang: Lang): string {
  const text = issueText({ ...issue, path: [] }, lang)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A group that the set does not judge is told at the field where it is chosen. */
const pathOf = ({ code, path }: Issue): Path => (code === 'group_differs' ? ['group'] : path)
