import { Switch } from '@mantine/core'

import { Card } from '@/components/Card'

import classes from '../adjust/adjust.module.css'
import { BlankRule } from '../adjust/BlankRule'
import { NumberRule } from '../adjust/NumberRule'
import { RuleSelect } from '../adjust/RuleSelect'
import { DUPLICATES, errorOptions, errorRuleOf, ERRORS, MISSING, MODES, NUMBERS } from '../adjust/ruleWords'
import { StepActions } from '../adjust/StepActions'
import type { ImportOptions } from '../api/types'
import { useUpload } from '../draft/uploadContext'
import { useDraft } from '../draft/useDraft'
import { ProfileCard } from '../profiles/ProfileCard'

/** The rules of an import as plain questions; the answers that are there suit most files. */
export function RulesPage() {
  const upload = useUpload()
  const draft = useDraft(upload)
  const { options } = draft
  const change = (part: Partial<ImportOptions>) => draft.setOptions({ ...options, ...part })
  const errors = errorRuleOf(options)
  return (
    <>
      <Card title="Rows">
        <div className={classes.rules}>
          <RuleSelect question="Which rows may write?" answers={MODES} value={options.mode} onAnswer={(mode) => change({ mode })} />
          <RuleSelect question="If a SKU occurs twice in the file?" answers={DUPLICATES} value={options.on_duplicate} onAnswer={(on_duplicate) => change({ on_duplicate })} />
          <RuleSelect
            question="How are prices written?"
            answers={NUMBERS}
            value={options.number_format ?? 'found'}
            onAnswer={(answer) => change({ number_format: answer === 'found' ? null : answer })}
          />
          <RuleSelect question="What if rows cannot go in?" answers={ERRORS} value={errors} onAnswer={(rule) => change(errorOptions(rule, options))} />
          {errors === 'limit' && (
            <NumberRule label="How many may be left out?" value={options.max_errors ?? null} min={0} unit="rows" onValue={(max_errors) => change({ max_errors })} />
          )}
          <BlankRule columns={upload.columns} mapping={draft.mapping} blank={options.blank} onBlank={(blank) => change({ blank })} />
        </div>
      </Card>
      <Card title="Products that are not in the file">
        <div className={classes.rules}>
          <RuleSelect question="What happens to them?" answers={MISSING} value={options.missing} onAnswer={(missing) => change({ missing })} />
          {options.missing !== 'ignore' && (
            <NumberRule
              label="Warn when it is more of the catalogue than"
              value={options.missing_alert_percent}
              min={0}
              max={100}
              unit="%"
              onValue={(percent) => change({ missing_alert_percent: percent ?? options.missing_alert_percent })}
            />
          )}
        </div>
      </Card>
      <Card title="Care">
        <div className={classes.rules}>
          <NumberRule
            label="Warn of prices that move by more than"
            value={options.price_alert_percent}
            min={1}
            unit="%"
            emptyIs="never"
            onValue={(price_alert_percent) => change({ price_alert_percent })}
          />
          <Switch
            label="Always show me what would change first"
            checked={options.confirm}
            onChange={(event) => change({ confirm: event.currentTarget.checked })}
          />
        </div>
      </Card>
      <ProfileCard upload={upload} draft={draft} />
      <StepActions back={{ to: '/upload/$uploadId/adjust/mapping', word: 'Columns' }} />
    </>
  )
}
