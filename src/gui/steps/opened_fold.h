// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/steps/setting.h"

class QPushButton;
class QVBoxLayout;

namespace footbridge::gui {

/// What was opened, to be read again at a later step: each line with who wrote it and what it was about.
void addOpened(QVBoxLayout* column, const std::vector<OpenedLine>& lines, const Showing& showing);
/// The link shows and hides the place where it stands.
void wireOpenedLink(QPushButton* link, QWidget* place);

/// The same as a part of a page: a quiet link, and beneath it the lines once they are wanted.
class OpenedFold : public QWidget {
  Q_OBJECT
 public:
  /// `side`: where the link stands.
  OpenedFold(const std::vector<OpenedLine>& lines, const Showing& showing, Qt::Alignment side, QWidget* parent);
};

}  // namespace footbridge::gui
