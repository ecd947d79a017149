// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/qt_warnings.h"

#include "catch.h"

using namespace footbridge;

namespace {

QStringList g_before;

void hearBefore(QtMsgType, const QMessageLogContext&, const QString& message) {
  g_before.append(message);
}

/// Hears what nobody else takes, and goes with the test.
struct HeardBefore {
  HeardBefore() : handler(qInstallMessageHandler(hearBefore)) { g_before.clear(); }
  ~HeardBefore() { qInstallMessageHandler(handler); }
  HeardBefore(const HeardBefore&) = delete;
  HeardBefore& operator=(const HeardBefore&) = delete;
  QtMessageHandler handler;
};

}  // namespace

TEST_CASE("A tour hears what Qt complains of, each once, and nothing that is the machine's") {
  const HeardBefore before;
  {
    const app::QtWarnings warnings;
    qWarning("QLayout: Attempting to add QLayout \"\" to a page, which already has a layout");
    qCritical("a form without its button");
    qCritical("a form without its button");
    qWarning("QStandardPaths: XDG_RUNTIME_DIR not set, defaulting to '/run'");
    qWarning("This plugin does not support propagateSizeHints()");
    qDebug("on the way");
    CHECK(warnings.heard() ==
          QStringList{QStringLiteral("QLayout: Attempting to add QLayout \"\" to a page, which already has a layout"),
                      QStringLiteral("a form without its button")});
  }
  CHECK(g_before == QStringList{QStringLiteral("on the way")});
  qWarning("afterwards");
  CHECK(g_before.back() == QStringLiteral("afterwards"));
  CHECK(app::QtWarnings().heard().isEmpty());
}
