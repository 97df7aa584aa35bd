namespace BillingHeadless.SandboxProvider.Http;

/// <summary>A request that the provider turns down, with a permanent code.</summary>
internal sealed record Refusal(int Status, string Code, string Detail)
{
    public static Refusal KeyMissing { get; } = new(401, "key_missing", "Send the API key: Authorization: Bearer …");

    public static Refusal AccountUnknown { get; } = new(401, "account_unknown", "No account has this API key. Open one with PUT /account.");

    public static Refusal SecretDiffers { get; } =
        new(409, "signing_secret_differs", "The account of this API key has another signing secret. Make a new pair of both.");

    public static Refusal IdempotencyKeyMissing { get; } = new(400, "idempotency_key_missing", "Send the header Idempotency-Key.");

    public static Refusal IdempotencyKeyReused { get; } =
        new(409, "idempotency_key_reused", "This Idempotency-Key was used with another reference, amount or currency.");

    public static Refusal ReferenceTaken { get; } = new(409, "reference_taken", "Another operation of this account has this reference.");

    public static Refusal CheckoutNotFound { get; } = new(404, "checkout_not_found", "This account has no such checkout.");

    public static Refusal RefundNotFound { get; } = new(404, "refund_not_found", "This account has no such refund.");

    public static Refusal NotRefundable { get; } = new(409, "not_refundable", "Only a payment that succeeded can be refunded.");

    public static Refusal RefundExceedsPayment { get; } =
        new(409, "refund_exceeds_payment", "The payment has less left than that; pending refunds count.");

    public static Refusal CallbackAddressRefused { get; } =
        new(422, "callback_address_refused", "Callbacks may not go to this address: see the provider's setting for callback origins.");

    public static Refusal BodyTooLarge { get; } = new(413, "body_too_large", $"The body is longer than {Limits.RequestBodyBytes} bytes.");

    public static Refusal Unanswered { get; } = new(504, "unanswered", "The provider plays dead, as this test asks it to.");

    public static Refusal Malformed(string detail) => new(400, "malformed", detail);

    public static Refusal Invalid(string field, string rule) => new(422, "invalid_request", $"{field}: {rule}");
}
