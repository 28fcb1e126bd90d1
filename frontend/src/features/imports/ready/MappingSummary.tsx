import { IconArrowLeft } from '@tabler/icons-react'

import { plural } from '@/lib/format'

import type { Mapping, Upload, UploadColumn } from '../api/types'
import { attributeName, FIELD_LABELS, FIELDS, isField } from '../draft/mapping'
import classes from './MappingSummary.module.css'

const NAMED = 12

/** Where each column goes, for reading; with sixty columns it is as short as with three. */
export function MappingSummary({ upload, mapping }: { upload: Upload; mapping: Mapping }) {
  const attributes = upload.columns.filter(({ key }) => mapping[key] != null && !isField(mapping[key]))
  const leftOut = upload.columns.filter(({ key }) => mapping[key] == null)
  return (
    <section aria-label="Where the columns go">
      <dl className={classes.fields}>
        {FIELDS.map((field) => (
          <Field key={field} label={FIELD_LABELS[field]} column={upload.columns.find(({ key }) => mapping[key] === field)} />
        ))}
      </dl>
      <Names title={plural(attributes.length, 'attribute')} names={attributes.map(({ key }) => attributeName(mapping[key] ?? ''))} />
      <Names title={`${leftOut.length} left out`} names={leftOut.map(({ header, key }) => header || key)} />
    </section>
  )
}

function Field({ label, column }: { label: string; column: UploadColumn | undefined }) {
  const values = column?.sample.filter((value) => value.trim() !== '').slice(0, 3) ?? []
  return (
    <div className={classes.field} data-none={column === undefined || undefined}>
      <dt>{label}</dt>
      <dd className={classes.column}>
        <IconArrowLeft size={14} stroke={1.8} aria-hidden />
        {column ? <strong>{column.header || column.key}</strong> : 'no column'}
      </dd>
      <dd className={classes.values}>
        {values.map((value, index) => (
          <span key={index} className={classes.value}>
            {value}
          </span>
        ))}
      </dd>
    </div>
  )
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null
  const more = names.length - NAMED
  return (
    <p className={classes.names}>
      <span className={classes.title}>{title}: </span>
      {names.slice(0, NAMED).join(', ')}
      {more > 0 && ` and ${more} more`}
    </p>
  )
}
