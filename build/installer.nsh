; Included by electron-builder's installer. Links of the app's own (covercast://), for this user or all as the installer itself:
; SHELL_CONTEXT is the one or the other. electron-builder does the same for the file association, and has nothing for links on Windows.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\covercast" "" "URL:Covercast"
  WriteRegStr SHELL_CONTEXT "Software\Classes\covercast" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\covercast\DefaultIcon" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}",0'
  WriteRegStr SHELL_CONTEXT "Software\Classes\covercast\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "Software\Classes\covercast"
  ${endIf}
!macroend
