"""Every task the client can do. A new one costs a file here, one line below, and its words."""

from app.flows.check_balance import CHECK_BALANCE
from app.flows.list_transactions import LIST_TRANSACTIONS
from app.flows.model import Flow
from app.flows.sign_in import SIGN_IN
from app.flows.transfer_money import TRANSFER_MONEY

FLOWS: dict[str, Flow] = {
    flow.intent: flow
    for flow in (
        SIGN_IN,
        CHECK_BALANCE,
        LIST_TRANSACTIONS,
        TRANSFER_MONEY,
    )
}
