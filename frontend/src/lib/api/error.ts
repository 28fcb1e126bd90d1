export interface FieldProblem {
  field: string
  code: string
  message: string
}

export interface Problem {
  code: string
  detail: string
  errors: FieldProblem[]
  /** Members beyond the common ones, such as `current` of a 412. */
  extra?: Record<string, unknown>
}

/** Any failed request; `detail` is a sentence that may be shown as it stands. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly fields: FieldProblem[]
  readonly extra: Record<string, unknown>
  /** The tag of the current version, where a refused change was told it. */
  readonly etag: string | null

  constructor(status: number, problem: Problem, etag: string | null = null) {
    super(problem.detail)
    this.name = 'ApiError'
    this.status = status
    this.code = problem.code
    this.fields = problem.errors
    this.extra = problem.extra ?? {}
    this.etag = etag
  }
}

export function unreachable(): ApiError {
  const detail = 'The server does not answer. Check that Product Importer is still running, then try again.'
  return new ApiError(0, { code: 'unreachable', detail, errors: [] })
}

/** Reads problem details (RFC 9457); a proxy's HTML page or an empty body becomes a sentence too. */
export function problemOf(body: unknown): Problem {
  const found = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {}
  return {
    code: found.code ?? 'unknown',
    detail: found.detail ?? 'The server answered with an error it did not explain. Try again; its log has the details.',
    errors: found.errors ?? [],
    extra: { ...found },
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || (error.status === 422 && error.fields.length > 0))
}

/** Whether a name is refused because another one has it. */
export function isTaken(error: unknown): boolean {
  return error instanceof ApiError && error.status === 409 && error.code.endsWith('_taken')
}

/** The message for one field of the form; a nested one (`attributes.colour`) belongs to its field. */
export function messageFor(problems: FieldProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field || problem.field.startsWith(`${field}.`))?.message
}
