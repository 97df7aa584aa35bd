using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Customers;

/// <summary>What is to change; an absent field stays as it is, null clears it.</summary>
public sealed record UpdateCustomerRequest
{
    /// <summary>The merchant's own name for it; no other customer may have it.</summary>
    [Line(Limits.NameLength)]
    public Patch<string> ExternalId { get; init; }

    [Line(Limits.EmailLength)]
    public Patch<string> Email { get; init; }

    [Line(Limits.NameLength)]
    public Patch<string> Name { get; init; }

    [Line(Limits.PhoneLength)]
    public Patch<string> Phone { get; init; }

    /// <summary>The person that it belongs to.</summary>
    public Patch<OwnerBody> Owner { get; init; }

    /// <summary>What documents name it by, in place of all old requisites.</summary>
    public Patch<RequisitesBody> Requisites { get; init; }

    /// <summary>In which language it is written to: uk, en, ru or kk.</summary>
    [Line(Limits.CodeLength), NotCleared]
    public Patch<string> Locale { get; init; }

    /// <summary>Who may act for it, in place of all old members.</summary>
    [Count(Limits.CustomerMembers)]
    public Patch<IReadOnlyList<MemberBody>> Members { get; init; }

    public CustomerDetails Change(CustomerDetails old) => old with
    {
        ExternalId = ExternalId.Or(old.ExternalId),
        Email = Email.Or(old.Email),
        Name = Name.Or(old.Name),
        Phone = Phone.Or(old.Phone),
        Owner = Owner.Or(old.Owner, owner => owner.ToOwner()),
        Requisites = Requisites.Or(old.Requisites, requisites => requisites.ToRequisites()),
        Locale = Locale.Or(old.Locale)!,
    };
}

public sealed class UpdateCustomer(OnceWriter writer, CustomerMembers members, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPatch("/v1/customers/{id}", ([FromServices] UpdateCustomer endpoint, string id, UpdateCustomerRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(UpdateCustomer), "Customers", "Changes a customer; documents that exist have frozen theirs.")
        .ForKey("customers:write")
        .Once()
        .Gives<CustomerView>()
        .Refuses(
            CustomerRefusals.NotFound,
            CustomerRefusals.EmailInvalid,
            CustomerRefusals.ExternalIdTaken,
            CustomerRefusals.RequisitesInvalid,
            CustomerRefusals.MemberTwice,
            MerchantRefusals.LocaleUnknown);

    public Task<IResult> Handle(string id, UpdateCustomerRequest request, Call call, CancellationToken cancel) => writer.Write<CustomerView>(
        call,
        async (db, token) =>
        {
            if (await db.Customers.ById(id, token) is not { } customer)
            {
                return CustomerRefusals.NotFound;
            }

            if (!call.HasSeen(customer))
            {
                return HttpRefusals.VersionDiffers;
            }

            var details = CustomerDetailsCheck.Read(request.Change(customer.Details()));
            var people = request.Members.IsGiven ? CustomerMembers.Read(request.Members.Value ?? []) : await Members(db, customer, token);
            if ((details.Refusal ?? people.Refusal ?? await RefuseExternalId(db, customer, details.Value.ExternalId, token)) is { } refusal)
            {
                return refusal;
            }

            customer.Change(details.Value);
            await members.Replace(db, customer, people.Value, clock.Now(), token);

            await RetryDocuments(db, token);

            // Its members are rows of their own: the version must rise with them, too.
            db.Entry(customer).State = EntityState.Modified;
            return Answer<CustomerView>.Found(() => CustomerView.Of(customer, people.Value));
        },
        cancel);

    private static async Task<Result<IReadOnlyList<MemberBody>>> Members(BillingDb db, Customer customer, CancellationToken cancel) =>
        (await CustomerMembers.Of(db, [customer.Id], cancel))[customer.Id].ToList();

    /// <summary>Documents may have waited for its requisites.</summary>
    private async Task RetryDocuments(BillingDb db, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        await IssueDocument.RetryWaiting(db, merchant, clock.NowOf(merchant), cancel);
    }

    private static async Task<Refusal?> RefuseExternalId(BillingDb db, Customer customer, string? externalId, CancellationToken cancel) =>
        externalId is not null && await db.Customers.AnyAsync(row => row.ExternalId == externalId && row.Id != customer.Id, cancel)
            ? CustomerRefusals.ExternalIdTaken
            : null;
}
