# Ways in beside pointer and keyboard: keys, scanning with a switch, dwelling, the keypad.

ui-key-page = 翻页
ui-key-landmark_next = 到下一个区域
ui-key-landmark_back = 到上一个区域
ui-key-heading_next = 到下一个标题
ui-key-heading_back = 到上一个标题
ui-key-keypad = 打开、关闭十二键模式
ui-key-scan = 打开、关闭开关扫描
ui-key-dwell = 打开、关闭停留点击
