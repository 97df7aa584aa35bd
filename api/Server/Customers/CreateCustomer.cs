using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Customers;

/// <summary>What a customer is made with.</summary>
public sealed record CreateCustomerRequest
{
    /// <summary>The merchant's own name for it; no other customer may have it.</summary>
    [Line(Limits.NameLength)]
    public string? ExternalId { get; init; }

    [Line(Limits.EmailLength)]
    public string? Email { get; init; }

    [Line(Limits.NameLength)]
    public string? Name { get; init; }

    [Line(Limits.PhoneLength)]
    public string? Phone { get; init; }

    /// <summary>The person that it belongs to.</summary>
    public OwnerBody? Owner { get; init; }

    /// <summary>What documents name it by.</summary>
    public RequisitesBody? Requisites { get; init; }

    /// <summary>In which language it is written to: uk, en, ru or kk; absent: the merchant's.</summary>
    [Line(Limits.CodeLength)]
    public string? Locale { get; init; }

    /// <summary>Who may act for it. A person without a login gets one, and a password by the link that they ask for.</summary>
    [Count(Limits.CustomerMembers)]
    public IReadOnlyList<MemberBody> Members { get; init; } = [];

    public CustomerDetails ToDetails(Merchant merchant) => new()
    {
        ExternalId = ExternalId,
        Email = Email,
        Name = Name,
        Phone = Phone,
        Owner = Owner?.ToOwner(),
        Requisites = Requisites?.ToRequisites(),
        Locale = Locale ?? merchant.Locale,
    };
}

public sealed class CreateCustomer(OnceWriter writer, IdSource ids, CustomerMembers members, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/customers", ([FromServices] CreateCustomer endpoint, CreateCustomerRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateCustomer), "Customers", "Registers a customer. An order does so by itself.")
        .ForKey("customers:write")
        .Once()
        .Makes<CustomerView>()
        .Refuses(
            CustomerRefusals.EmailInvalid,
            CustomerRefusals.ExternalIdTaken,
            CustomerRefusals.RequisitesInvalid,
            CustomerRefusals.MemberTwice,
            MerchantRefusals.LocaleUnknown);

    public Task<IResult> Handle(CreateCustomerRequest request, Call call, CancellationToken cancel) => writer.Write<CustomerView>(
        call,
        async (db, token) =>
        {
            var merchant = await db.Merchants.SingleAsync(row => row.Id == call.Caller.MerchantId, token);
            var details = CustomerDetailsCheck.Read(request.ToDetails(merchant));
            var people = CustomerMembers.Read(request.Members);
            if ((details.Refusal ?? people.Refusal ?? await RefuseExternalId(db, request.ExternalId, token)) is { } refusal)
            {
                return refusal;
            }

            var customer = Customer.Create(ids.New<Customer>(), merchant.Id, details.Value, clock.NowOf(merchant));
            db.Customers.Add(customer);
            await members.Replace(db, customer, people.Value, customer.CreatedAt, token);
            db.Outbox.Announce(CustomerEvent.Created(customer, customer.CreatedAt));
            return Answer<CustomerView>.Made(() => CustomerView.Of(customer, people.Value), $"/v1/customers/{customer.Id}");
        },
        cancel);

    private static async Task<Refusal?> RefuseExternalId(BillingDb db, string? externalId, CancellationToken cancel) =>
        externalId is not null && await db.Customers.AnyAsync(customer => customer.ExternalId == externalId, cancel) ? CustomerRefusals.ExternalIdTaken : null;
}
