import type { Schemas } from '@/lib/api/client'

export type Upload = Schemas['UploadView']
export type UploadColumn = Upload['columns'][number]
export type Mapping = Upload['suggested_mapping']
export type Import = Schemas['ImportView']
export type Reject = Schemas['RejectView']
export type ImportOptions = Partial<Import['options']>
