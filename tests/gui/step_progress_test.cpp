// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/step_progress.h"

#include <QImage>
#include <QPixmap>

#include "catch.h"
#include "gui/look/look.h"

namespace footbridge::gui {
namespace {

/// Bars that are drawn as done, or as on now.
int fullBars(StepProgress& progress) {
  progress.resize(progress.sizeHint());
  const QImage drawn = progress.grab().toImage();
  int full = 0;
  for (int i = 0; i < progress.steps(); ++i) {
    const int x = drawn.width() * (2 * i + 1) / (2 * progress.steps());
    full += drawn.pixelColor(x, drawn.height() / 2).rgb() == look::theme().ours.ink.rgb() ? 1 : 0;
  }
  return full;
}

}  // namespace

TEST_CASE("A step on now is full, and of what is only counted none is full that is not done", "[progress]") {
  StepProgress progress;
  progress.setStep(0, 5);
  CHECK(fullBars(progress) == 1);
  CHECK(progress.accessibleName() == QStringLiteral("Step 1 of 5"));
  for (const int done : {0, 1, 4, 5}) {
    progress.setDone(done, 5);
    CHECK(fullBars(progress) == done);
    CHECK(progress.accessibleName() == QStringLiteral("%1 of 5 done").arg(done));
  }
  progress.setStep(5, 5);
  CHECK(fullBars(progress) == 5);
}

}  // namespace footbridge::gui
