# The words of findings and of the report.

customers-counted = { $count ->
    [0] no customer
    [one] one customer
   *[other] { $count } customers
}
