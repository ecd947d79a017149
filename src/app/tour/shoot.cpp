// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/shoot.h"

namespace footbridge::app {

void shoot(Robot& robot, Album& album, const QString& name) {
  robot.settle();
  if (!album.take(*robot.top(), name)) robot.fault(QStringLiteral("a picture was refused: ") + name);
}

}  // namespace footbridge::app
