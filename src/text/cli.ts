/** What the command line says. Both languages on one line: a terminal has no language switch. `{detail}` is replaced. */

type Words = { readonly zh: string; readonly en: string }

export const cliWords = {
  about: {
    zh: '一刻圈：逐条判定养老服务设施是否达到文件要求',
    en: 'judges elder-care facilities against written policy, clause by clause',
  },
  'exit-codes': {
    zh: '退出码：0 完成，1 输入不能使用，2 参数有误',
    en: 'exit codes: 0 done, 1 input unusable, 2 wrong arguments',
  },
  failed: { zh: '程序出错：{detail}', en: 'the program failed' },
  'command-missing': { zh: '请写明要做什么', en: 'name a command' },
  'command-unknown': { zh: '没有“{detail}”这个命令', en: 'no such command' },
  'option-unknown': { zh: '不认识的选项 {detail}', en: 'unknown option' },
  'option-twice': { zh: '选项 {detail} 只能写一次', en: 'option given twice' },
  'value-missing': { zh: '选项 {detail} 后面缺少内容', en: 'option needs a value' },
  'value-not-wanted': { zh: '选项 {detail} 后面不应有内容', en: 'option takes no value' },
  'value-not-number': { zh: '应为正数：{detail}', en: 'should be a positive number' },
  'value-not-offered': { zh: '只能从给定的几项中选：{detail}', en: 'not one of the choices' },
  'value-not-pair': { zh: '应写成“名称=值”：{detail}', en: 'should be key=value' },
  'only-with': { zh: '须与另一选项同用：{detail}', en: 'only together with another option' },
  'not-together': { zh: '不能同时使用：{detail}', en: 'not both at once' },
  'argument-missing': { zh: '缺少 {detail}', en: 'missing argument' },
  'argument-extra': { zh: '多出的内容 {detail}', en: 'argument not expected' },
  'app-not-built': {
    zh: '界面还没有生成，请先运行 npm run build',
    en: 'the app is not built; run npm run build first',
  },
  'study-not-found': { zh: '找不到研究文件夹或文件：{detail}', en: 'study folder or file not found' },
  'port-not-free': { zh: '从端口 {detail} 起没有空闲的端口', en: 'no free port' },
  'no-chinese-font': { zh: '这台电脑上没有中文字体，画不了 PNG；请先装一种（如 fonts-noto-cjk），或改用 --svg', en: 'no Chinese font on this computer: install one (such as fonts-noto-cjk) or use --svg' },
  'not-written': { zh: '写不了文件 {detail}', en: 'cannot write the file' },
  'more-problems': { zh: '另有 {detail} 条，见结果文件', en: 'more in the result file' },
  serving: { zh: '一刻圈已启动，请用浏览器打开：{detail}', en: 'open it in a browser; Ctrl+C ends it' },
} as const satisfies Record<string, Words>

/** What each command is for. */
export const commandWords: Readonly<Record<string, Words>> = {
  inspect: {
    zh: '看一个文件是什么、每一列认成了什么，不改动任何内容',
    en: 'what a file is and how each column was understood; changes nothing',
  },
  evaluate: { zh: '逐条判定一个研究', en: 'judge every clause of a study' },
  reach: {
    zh: '每个人口点到最近设施的距离，每处设施覆盖的人数',
    en: 'distance from every demand point, people within reach',
  },
  template: { zh: '为一份政策文件生成空白台账和填表说明', en: 'blank ledgers and a data dictionary for a policy document' },
  compare: { zh: '一个方案比另一个方案（或现状）改变了什么', en: 'what one plan changes against another, or against the base' },
  publish: { zh: '把设施和判定写成公众可看的静态网页', en: 'facilities and verdicts as static pages for the public' },
  verify: { zh: '核验一份导出的文件：与印记、与研究是否一致，不一致的逐格指出', en: 'does an exported file still say what was computed; names every cell that does not' },
  serve: { zh: '在本机打开地图界面', en: 'the app on this machine only' },
}

/** Words of the table of differences. */
export const differenceWords = {
  base: { zh: '现状', en: 'base' },
  nothing: { zh: '没有差别', en: 'no difference' },
  absent: { zh: '不在其中', en: 'not among them' },
  'units-gained': { zh: '新达标', en: 'now met' },
  'units-lost': { zh: '不再达标', en: 'no longer met' },
  'units-other': { zh: '另有变化', en: 'changed otherwise' },
  elders: { zh: '老人', en: 'elders' },
  households: { zh: '户', en: 'households' },
  unknown: { zh: '另有未知', en: 'unknown besides' },
  shortfall: { zh: '缺口', en: 'shortfall' },
  facilities: { zh: '设施', en: 'facilities' },
  totals: { zh: '合计', en: 'totals' },
  clauses: { zh: '条款', en: 'clauses' },
  units: { zh: '单元', en: 'units' },
  areas: { zh: '行政单元', en: 'areas' },
  compounds: { zh: '小区', en: 'compounds' },
  'care-area-closed': { zh: '补上的用房缺口', en: 'care area shortfall closed' },
  'land-closed': { zh: '补上的用地缺口', en: 'land shortfall closed' },
  cost: { zh: '费用（元）', en: 'cost (yuan)' },
  'without-cost': { zh: '未写费用的新增设施', en: 'added facilities without a cost' },
  added: { zh: '新增', en: 'added' },
  removed: { zh: '减去', en: 'removed' },
  closed: { zh: '停用', en: 'closed' },
  reopened: { zh: '恢复运营', en: 'reopened' },
  stage: { zh: '状态', en: 'stage' },
  moved: { zh: '移位', en: 'moved' },
  area: { zh: '所属单元', en: 'unit' },
  size: { zh: '规模', en: 'size' },
  kind: { zh: '类型', en: 'kind' },
  services: { zh: '服务项目', en: 'services' },
  serves: { zh: '服务范围', en: 'serves' },
} as const satisfies Record<string, Words>

export function sayBoth(words: Words, detail = ''): string {
  const zh = words.zh.replace('{detail}', () => detail)
  const en = words.en.replace('{detail}', () => detail)
  return `${zh} · ${en}`
}
