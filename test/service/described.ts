import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

export const description = 'docs/examples/openapi.yaml'

interface Operation {
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>
}
interface Document {
  components: object
  paths: Record<string, Record<string, Operation>>
}

/** What the description of the service says of its answers. */
export interface Described {
  /** Faults of the description itself. */
  faults: unknown
  /** Method and path of every operation. */
  operations: string[]
  /** The check for the body of an answer; `undefined` where the description knows no such answer. */
  bodyOf(method: string, path: string, status: number, type: string): ValidateFunction | undefined
}

export async function readDescription(): Promise<Described> {
  const schemas = ['record', 'assessment'].map((name): [string, object] => [
    `schemas/${name}.schema.json`,
    JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object,
  ])
  const validator = new Validator()
  for (const [path, schema] of schemas) await validator.addSpecRef({ ...schema }, `../../${path}`)
  const { valid, errors } = await validator.validate(description)
  const document = validator.specification as unknown as Document
  // The schemas that it refers to stand beside it as files, which is what relative addresses are made for.
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const home = 'file:///docs/examples/openapi.yaml'
  for (const [path, schema] of schemas) ajv.addSchema(schema, `file:///${path}`)
  ajv.addSchema({ $id: home, paths: document.paths, components: document.components })
  const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
  return {
    faults: valid ? [] : errors,
    operations: Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    ),
    bodyOf(method, path, status, type) {
      const response = document.paths[path]?.[method.toLowerCase()]?.responses[String(status)]
      if (!response) return undefined
      const place = response.$ref ?? `#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}`
      return ajv.compile({ $ref: `${home}${place}/content/${escaped(type)}/schema` })
    },
  }
}
