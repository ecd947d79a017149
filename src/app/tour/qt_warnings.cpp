// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/qt_warnings.h"

#include <algorithm>
#include <array>

namespace footbridge::app {
namespace {

// Windows without a display have no frame, no order and no keyboard that Qt could do something with; the folder for
// what a session of the desktop keeps is the machine's to set up.
constexpr std::array kOfTheMachine = {"This plugin does not support ", "QStandardPaths:"};

bool isOfTheMachine(const QString& message) {
  return std::ranges::any_of(kOfTheMachine,
                             [&message](const char* with) { return message.startsWith(QLatin1String(with)); });
}

}  // namespace

QtWarnings* QtWarnings::s_hearing = nullptr;

QtWarnings::QtWarnings() {
  s_hearing = this;
  m_before = qInstallMessageHandler(hear);
}

QtWarnings::~QtWarnings() {
  qInstallMessageHandler(m_before);
  s_hearing = nullptr;
}

void QtWarnings::hear(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  if (type != QtWarningMsg && type != QtCriticalMsg) return s_hearing->m_before(type, context, message);
  if (isOfTheMachine(message)) return;
  const std::lock_guard lock(s_hearing->m_mutex);
  if (!s_hearing->m_heard.contains(message)) s_hearing->m_heard.append(message);
}

QStringList QtWarnings::heard() const {
  const std::lock_guard lock(m_mutex);
  return m_heard;
}

}  // namespace footbridge::app
