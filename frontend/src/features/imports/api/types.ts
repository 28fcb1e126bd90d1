import type { Schemas } from '@/lib/api/client'

export type Upload = Schemas['UploadView']
export type UploadColumn = Upload['columns'][number]
export type UploadWarning = Upload['warnings'][number]
export type FileFormat = Upload['format']
export type Mapping = Upload['suggested_mapping']
export type Import = Schemas['ImportView']
export type Reject = Schemas['RejectView']
export type DriftedRow = Schemas['DriftView']
export type ImportOptions = Import['options']
export type Plan = Schemas['Plan']
export type PlanSample = Plan['samples'][number]
export type PlanWarning = Plan['warnings'][number]
