import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun, type TablerIcon } from '@tabler/icons-react'

const CHOICES: { scheme: 'light' | 'dark' | 'auto'; word: string; icon: TablerIcon }[] = [
  { scheme: 'light', word: 'Light', icon: IconSun },
  { scheme: 'dark', word: 'Dark', icon: IconMoon },
  { scheme: 'auto', word: 'As the system', icon: IconDeviceDesktop },
]

export function ColorSchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const chosen = CHOICES.find(({ scheme }) => scheme === colorScheme)
  const Icon = chosen?.icon ?? IconDeviceDesktop
  return (
    <Menu position="bottom-end" width={176} shadow="md" offset={6}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={`Colours: ${chosen?.word ?? 'As the system'}`}>
          <Icon size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {CHOICES.map(({ scheme, word, icon: Each }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Each size={16} aria-hidden />}
            rightSection={scheme === colorScheme ? <IconCheck size={15} aria-label="chosen" /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {word}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
