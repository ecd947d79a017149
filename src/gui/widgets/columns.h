// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace footbridge::gui {

class ColumnsLayout;

/// Its children side by side, in the order they were made, as many to a row as there is room for; a row is as high as
/// its highest child. With a `stretch` for each child ("3,2") all stand in one row and share its width so (0: only what
/// the child needs), or, where that is too narrow, below each other.
class Columns : public QWidget {
  Q_OBJECT
  Q_PROPERTY(int minColumn READ minColumn WRITE setMinColumn)
  Q_PROPERTY(int gap READ gap WRITE setGap)
  Q_PROPERTY(int rowGap READ rowGap WRITE setRowGap)
  Q_PROPERTY(QString stretch READ stretch WRITE setStretch)
  Q_PROPERTY(QString align READ align WRITE setAlign)

 public:
  explicit Columns(QWidget* parent = nullptr);

  /// The least width of a column, at 100 % text.
  [[nodiscard]] int minColumn() const;
  void setMinColumn(int width);
  [[nodiscard]] int gap() const;
  void setGap(int gap);
  /// Between what stands below each other, in pixels at any size of text as in the columns of a form; negative (the
  /// default): the gap, as it grows with the text.
  [[nodiscard]] int rowGap() const;
  void setRowGap(int gap);
  [[nodiscard]] QString stretch() const;
  void setStretch(const QString& parts);
  /// In a row: "fill" its height (the default), or keep one's own at its "top" or "middle".
  [[nodiscard]] QString align() const;
  void setAlign(const QString& align);

 protected:
  void childEvent(QChildEvent* event) override;

 private:
  ColumnsLayout* m_columns;
};

}  // namespace footbridge::gui
