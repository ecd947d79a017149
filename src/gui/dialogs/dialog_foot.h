// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

namespace footbridge::gui {

namespace Ui {
class DialogFoot;
}

/// What is always here, at the foot of a dialog as below the pages: safety and Hide. Each does what its key does, which
/// closes the dialog.
class DialogFoot : public QWidget {
  Q_OBJECT

 public:
  explicit DialogFoot(QWidget* parent = nullptr);
  ~DialogFoot() override;

 private:
  void press(int key);

  std::unique_ptr<Ui::DialogFoot> m_ui;
};

}  // namespace footbridge::gui
