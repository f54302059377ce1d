# States that a platform would not tell by itself.
state-disabled = 不可用
state-expanded = 已展开
state-collapsed = 已折叠
