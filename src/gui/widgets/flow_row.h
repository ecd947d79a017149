// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace footbridge::gui {

class FlowLayout;

/// Its children in a line that goes on in the next where the width ends: a FlowLayout for forms.
class FlowRow : public QWidget {
  Q_OBJECT
  Q_PROPERTY(int gap READ gap WRITE setGap)

 public:
  explicit FlowRow(QWidget* parent = nullptr);
  [[nodiscard]] int gap() const;
  void setGap(int gap);
  /// Takes all children away, at once.
  void clear();

 protected:
  void childEvent(QChildEvent* event) override;

 private:
  FlowLayout* m_flow;
};

}  // namespace footbridge::gui
