using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server.Payments;

/// <summary>Tells the buyer that the payment has come and what it brought.</summary>
public static class OrderPaidMail
{
    public const string Kind = "mail.orderPaid";

    public static JobDraft For(Order order) => new(order.MerchantId, Kind, order.Id.Value, DateTimeOffset.UnixEpoch, JobClock.System);
}
