using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Server.Payments;

/// <summary>What a gateway asks of the buyer, as it is stored.</summary>
public static class BuyerSteps
{
    public const string RedirectKind = "redirect";
    public const string FormKind = "form";
    public const string QrCodeKind = "qrCode";
    public const string InstructionsKind = "instructions";

    public static BuyerStep Of(BuyerAction action) => action switch
    {
        Redirect redirect => new BuyerStep(RedirectKind, redirect.Url.AbsoluteUri, null, null),
        PostForm form => new BuyerStep(FormKind, form.Url.AbsoluteUri, form.Fields, null),
        ScanQrCode code => new BuyerStep(QrCodeKind, null, null, [code.Content]),
        FollowInstructions instructions => new BuyerStep(InstructionsKind, null, null, instructions.Lines) { Transfer = instructions.Transfer },
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
