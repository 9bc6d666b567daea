/** Words of keeping: where the work is kept, what stands in the way, coming back after a crash, updates, about. */
import { fill, type Language } from './say'

export type StorageWord = keyof typeof storageWords

export const sayStorage = (language: Language, key: StorageWord, values: Readonly<Record<string, string | number>> = {}): string => fill(storageWords[key][language], values)

export const storageWords = {
  // the small place in the bar
  'status.title': { zh: '保存状态', en: 'Saving' },
  'status.kept': { zh: '已保存', en: 'Kept' },
  'status.waits': { zh: '正在保存', en: 'Keeping' },
  'status.nothing': { zh: '没有改动', en: 'No changes' },
  'status.not': { zh: '没有存上', en: 'Not kept' },
  'status.reader': { zh: '只看', en: 'Look only' },
  'status.branch': { zh: '另存一份', en: 'Kept apart' },
  // the sheet
  'sheet.keptAt': { zh: '{time} 自动存在这台电脑的浏览器里，第 {n} 次保存。', en: 'Kept in this computer’s browser at {time}, save number {n}.' },
  'sheet.keptNothing': { zh: '改动后一秒内自动存在这台电脑的浏览器里。现在还没有改动。', en: 'Changes are kept in this computer’s browser within a second. There are none yet.' },
  'sheet.withFiles': { zh: '台账文件也存在本机，关掉标签页再打开不用重新导入。', en: 'The ledgers are kept too: reopening the tab needs no import.' },
  'sheet.granted': { zh: '浏览器已同意长期保存。', en: 'The browser has agreed to keep it for good.' },
  'sheet.denied': { zh: '浏览器没有同意长期保存，磁盘空间紧张时可能清除。重要的改动请存成文件。', en: 'The browser has not agreed to keep it for good and may clear it when the disk is short. Save important work to a file.' },
  'sheet.unasked': { zh: '这个地址下的浏览器不能承诺长期保存。重要的改动请存成文件。', en: 'At this address the browser cannot promise to keep it. Save important work to a file.' },
  'sheet.save': { zh: '现在存成文件', en: 'Save to a file now' },
  'sheet.close': { zh: '关闭', en: 'Close' },
  'link.title': { zh: '跟随的文件', en: 'Linked file' },
  'link.pick': { zh: '选一个文件，改动自动写进去', en: 'Pick a file that follows the changes' },
  'link.cannot': { zh: '这个浏览器或这个地址不能直接写文件，请用“现在存成文件”。', en: 'This browser or address cannot write files; use “Save to a file now”.' },
  'link.written': { zh: '{name}：{time} 写入', en: '{name}: written {time}' },
  'link.waits': { zh: '{name}：等待写入', en: '{name}: waiting' },
  'link.asks': { zh: '{name}：要再次允许才能写入', en: '{name}: the browser asks for your word again' },
  'link.changed': { zh: '{name}：文件被别人改过，没有覆盖', en: '{name}: somebody else changed it; it was not overwritten' },
  'link.failed': { zh: '{name}：写不进去', en: '{name}: could not be written' },
  'link.again': { zh: '写入', en: 'Write' },
  'link.anyway': { zh: '仍然覆盖', en: 'Overwrite it' },
  'link.stop': { zh: '不再跟随', en: 'Unlink' },
  'history.title': { zh: '回到以前', en: 'Go back' },
  'history.none': { zh: '还没有可以回到的时刻。', en: 'No earlier states yet.' },
  'history.hint': { zh: '越早的越稀，三十天以前的不留。回去之前，现在的样子也会留下。', en: 'Older ones are kept further apart, for thirty days. What stands now is kept before you go back.' },
  'history.entry': { zh: '方案 {plans} 个，修改 {edits} 处', en: '{plans} plans, {edits} edits' },
  'history.go': { zh: '回到这里', en: 'Go back here' },
  'others.title': { zh: '本机保存的其他研究', en: 'Other studies kept here' },
  'others.entry': { zh: '数据日期 {asOf} · 方案 {plans} 个 · {time}', en: 'data of {asOf} · {plans} plans · {time}' },
  'others.open': { zh: '打开', en: 'Open' },
  'others.notWhole': { zh: '只存了方案；导入同样的台账就会接上', en: 'only the plans: import the same ledgers to go on' },
  'others.forget': { zh: '从本机删除', en: 'Delete from this computer' },
  'others.sure': { zh: '确定删除，找不回来', en: 'Delete for good' },
  // trouble
  'trouble.full': { zh: '浏览器的存储空间满了，刚才的改动没有存上。', en: 'The browser’s storage is full: the last changes are not kept.' },
  'trouble.blocked': { zh: '浏览器的存储没有响应，可能另一个标签页开着旧版本。刚才的改动没有存上。', en: 'The browser’s storage does not answer; another tab may hold an older version. The last changes are not kept.' },
  'trouble.refused': { zh: '浏览器不让在本机保存（可能是无痕窗口或单位的设置）。关掉页面，改动就没有了。', en: 'This browser keeps nothing here (a private window, or a rule of your office). Closing the page loses the changes.' },
  'trouble.newer': { zh: '这份研究在本机由更新的版本保存过，这里不去改写它。请刷新页面用新版本打开。', en: 'A newer version of this program kept this study here; it is left alone. Reload to open it with the new version.' },
  'trouble.again': { zh: '会自动再试。', en: 'It is tried again by itself.' },
  'tab.reader': { zh: '这份研究正在另一个标签页里编辑，由那里保存。这里可以看；在这里改动会另存一份，不会覆盖那边。', en: 'Another tab is editing and saving this study. You can look here; changes made here are kept apart and overwrite nothing.' },
  'tab.taken': { zh: '这份研究已改在另一个标签页里编辑。在这里再改动会另存一份。', en: 'The study has been taken over by another tab. Further changes here are kept apart.' },
  'tab.branch': { zh: '两个标签页都改了这份研究，这里的改动另存了一份，没有覆盖那边。以后打开时两份方案都在。', en: 'Two tabs have changed this study; what was done here is kept apart. Both will be there when it is opened again.' },
  'tab.takeOver': { zh: '在这里编辑', en: 'Edit here' },
  'tab.close': { zh: '知道了', en: 'Close' },
  // after an unclean end
  'recovery.title': { zh: '上次没有正常关闭', en: 'The last session did not end by itself' },
  'recovery.found': { zh: '找到 {time} 保存的《{name}》（数据日期 {asOf}）：方案 {plans} 个，修改 {edits} 处。', en: 'Found “{name}” (data of {asOf}), kept at {time}: {plans} plans, {edits} edits.' },
  'recovery.withFiles': { zh: '台账文件也在，不用重新导入。', en: 'The ledgers are there too; nothing needs importing.' },
  'recovery.open': { zh: '接着做', en: 'Go on' },
  'recovery.discard': { zh: '不要，从头开始', en: 'Begin anew' },
  'recovery.save': { zh: '存成文件', en: 'Save to a file' },
  'recovery.discardHint': { zh: '从头开始不会删掉它：可以在“保存状态”里找回来。', en: 'Beginning anew deletes nothing: you find it again under “Saving”.' },
  // updates and offline
  'update.ready': { zh: '新版本已备好。改动都已保存，更新后接着做。', en: 'A new version is ready. Your work is kept; you go on after the update.' },
  'update.now': { zh: '现在更新', en: 'Update now' },
  'update.later': { zh: '以后再说', en: 'Later' },
  // about
  'about.title': { zh: '关于', en: 'About' },
  'about.version': { zh: '一刻圈 {version}', en: 'Yikequan {version}' },
  'about.promise': { zh: '数据只在这台电脑里，不上传；没有网络也能用。', en: 'Your data stays on this computer; it works without a network.' },
  'about.licence': { zh: '本软件按 MIT 许可发布。', en: 'Released under the MIT licence.' },
  'about.third': { zh: '第三方许可（{n} 个组件）', en: 'Third-party licences ({n} components)' },
  'about.reading': { zh: '正在读取', en: 'Reading' },
  'about.missing': { zh: '许可清单没有随这份程序一起提供。', en: 'The list of licences did not come with this build.' },
  'about.close': { zh: '关闭', en: 'Close' },
  // a computing part that stopped
  'worker.file': { zh: '当时正在处理：{file}', en: 'It was working on: {file}' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>
