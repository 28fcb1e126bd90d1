import { NativeSelect } from '@mantine/core'

interface RuleSelectProps<Answer extends string> {
  question: string
  answers: Record<Answer, string>
  value: Answer
  onAnswer: (answer: Answer) => void
}

/** A rule as a plain question with its possible answers. */
export function RuleSelect<Answer extends string>({ question, answers, value, onAnswer }: RuleSelectProps<Answer>) {
  const data = (Object.entries(answers) as [Answer, string][]).map(([answer, label]) => ({ value: answer, label }))
  return <NativeSelect label={question} value={value} data={data} onChange={(event) => onAnswer(event.currentTarget.value as Answer)} />
}
