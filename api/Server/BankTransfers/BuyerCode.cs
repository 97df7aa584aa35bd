using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Payments;

namespace BillingHeadless.Server.BankTransfers;

/// <summary>What the buyer's phone reads from our payment page: the gateway's own code, or that of a transfer.</summary>
public static class BuyerCode
{
    /// <summary>Null when this payment asks for none, or none can be drawn.</summary>
    public static TransferCode? Of(Payment payment, Merchant merchant) => payment.NextStep switch
    {
        { Kind: BuyerSteps.QrCodeKind, Lines: [var content] } when QrCode.Fits(content) => new TransferCode(content, 1),
        { Transfer: { } transfer } => TransferCode.Of(OrderOf(payment, transfer), merchant.Settings.UkrainianCode),
        _ => null,
    };

    private static TransferOrder OrderOf(Payment payment, TransferDetails transfer) =>
        new(transfer.Recipient, transfer.Account, transfer.Code, payment.Charged, payment.MerchantReference, transfer.Purpose)
        {
            Bank = BankDetails.Of(transfer.Bank, transfer.Bic, transfer.CorrespondentAccount, transfer.Kpp),
        };
}
