import { useQuery } from '@tanstack/react-query'
import { IconFileUpload } from '@tabler/icons-react'
import { type ChangeEvent, useId, useState } from 'react'

import { formatBytes } from '@/lib/format'

import { uploadLimitQuery } from '../api/uploadLimit'
import { sampleFile } from '../transfer/sample'
import { useFileDrop } from '../transfer/useFileDrop'
import { useFilePaste } from '../transfer/useFilePaste'
import classes from './DropZone.module.css'

// Only what the system's file picker offers first; the server looks into the file, whatever its name.
const USUAL = '.csv,.tsv,.txt,.tab,.xlsx,.jsonl,.ndjson,.parquet,.gz,.zst,.zip,text/csv,text/tab-separated-values,text/plain,application/gzip,application/zip'

/** One large place for a file: dropped anywhere in the window, pasted, or picked. The input itself covers the zone. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const [many, setMany] = useState(0)
  const hint = useId()
  const { data: limit } = useQuery(uploadLimitQuery)
  const take = (files: File[]) => {
    setMany(files.length)
    const [only] = files
    if (files.length === 1 && only) onFile(only)
  }
  const over = useFileDrop(take)
  useFilePaste(take)

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take([...(event.target.files ?? [])])
    event.target.value = ''
  }

  return (
    <div className={classes.zone} data-over={over || undefined}>
      <input type="file" className={classes.input} accept={USUAL} aria-label="Choose a product file" aria-describedby={hint} onChange={choose} />
      <span className={classes.disc}>
        <IconFileUpload size={28} stroke={1.5} aria-hidden />
      </span>
      <p className={classes.title}>{over ? 'Let go to upload' : 'Drop your product file here'}</p>
      <p className={classes.how}>
        or <span className={classes.choose}>choose a file</span>, or paste rows copied from a spreadsheet
      </p>
      <p className={classes.hint} id={hint}>
        CSV with any delimiter, Excel (.xlsx), JSON Lines or Parquet, also as .gz, .zst or .zip
        {limit != null && `, up to ${formatBytes(limit)}`}. Encoding and header are found by themselves.
      </p>
      {many > 1 && (
        <p className={classes.many} role="alert">
          {many} files at once is more than one import. Drop them one after the other.
        </p>
      )}
      <p className={classes.sample}>
        No file at hand?{' '}
        <button type="button" className={classes.link} onClick={() => onFile(sampleFile())}>
          Try a sample of 1,000 rows
        </button>
      </p>
    </div>
  )
}
