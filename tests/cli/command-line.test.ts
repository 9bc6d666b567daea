/** The command as people start it: a process, its exit code, its two outputs. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../helpers/shared'

const bin = join(repository, 'bin', 'yikequan.mjs')
const yikequan = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('exit codes', () => {
  test('help is no error: 0, on stdout, and names every command', () => {
    const { status, stdout, stderr } = yikequan('--help')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('yikequan serve [<study>]')
    expect(stdout).toContain('退出码')
  })

  test('the help of one command shows that one', () => {
    expect(yikequan('serve', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^ {2}yikequan serve /),
    })
  })

  test.each([
    [[], '请写明要做什么'],
    [['judge'], '没有“judge”这个命令'],
    [['toString'], '没有“toString”这个命令'],
    [['serve', '--prot', '80'], '不认识的选项 --prot'],
    [['serve', '--port', '70000'], '--port 70000'],
    [['serve', '--port', '80.5'], '--port 80.5'],
    [['serve', '--tile-host', 'https://a.example; script-src *'], '--tile-host'],
    [['serve', '--tile-host', 'file:///etc'], '--tile-host'],
    [['serve', 'a', 'b'], '多出的内容 b'],
  ])('wrong arguments are 2 with one sentence and the usage, no stack: %j', (args, sentence) => {
    const { status, stdout, stderr } = yikequan(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).toContain('yikequan serve [<study>]')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a study that is not there is 1 and is named', () => {
    const { status, stderr } = yikequan('serve', 'no-such-town')
    expect(status).toBe(1)
    expect(stderr).toContain('no-such-town')
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
