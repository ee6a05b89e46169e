using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Server.Tokens;

/// <summary>Answers the requests for tokens of service accounts, from clients and from node agents alike. Thread-safe.</summary>
public sealed class TokenGrants(TokenIssuer issuer, Func<ViewSnapshot> view, TimeProvider time)
{
    private const string Group = "authentication.k8s.io";

    /// <summary>The request with its token in it.</summary>
    /// <exception cref="ApiException">NotFound, Invalid, BadRequest, or Conflict with the uid of the object that the token is to be bound to.</exception>
    public TokenRequest Grant(string @namespace, string account, TokenRequest request)
    {
        var errors = new FieldErrors();
        TokenRequestRules.ValidateTarget(request, account, @namespace, errors);
        ThrowIfInvalid(account, errors);
        var snapshot = view();
        var owner = Find<ServiceAccount>(snapshot, "serviceaccounts", @namespace, account);
        var now = time.GetUtcNow();
        var complete = Complete(TokenRequestRules.Default(request), owner.Metadata, now);
        TokenRequestRules.Validate(complete, errors);
        ThrowIfInvalid("", errors);

        var binding = Binding(snapshot, @namespace, account, complete.Spec.BoundObjectRef);
        var life = TimeSpan.FromSeconds(complete.Spec.ExpirationSeconds!.Value);
        return complete with
        {
            Status = new TokenRequestStatus
            {
                Token = issuer.Issue(owner, binding, complete.Spec.Audiences!, life, now),
                ExpirationTimestamp = now + life,
            },
        };
    }

    private static TokenRequest Complete(TokenRequest request, ObjectMeta account, DateTimeOffset now) => request with
    {
        Kind = "TokenRequest",
        ApiVersion = Group + "/v1",
        Metadata = request.Metadata with { Name = account.Name, Namespace = account.Namespace, CreationTimestamp = now },
        Spec = request.Spec with { Audiences = request.Spec.Audiences is { Count: > 0 } audiences ? audiences : [TokenIssuer.Name] },
    };

    private static TokenBinding Binding(ViewSnapshot view, string @namespace, string account, BoundObjectReference? target)
    {
        if (target is null)
        {
            return new TokenBinding();
        }

        var name = target.Name ?? "";
        var isCore = target.ApiVersion?.Contains('/', StringComparison.Ordinal) != true;
        switch (isCore, target.Kind)
        {
            case (true, "Pod"):
                var pod = Find<Pod>(view, "pods", @namespace, name);
                if (pod.Spec.ServiceAccountName != account)
                {
                    throw ApiErrors.BadRequest($"cannot bind token for serviceaccount \"{account}\" to pod running with different serviceaccount name.");
                }

                return new TokenBinding(Pod: Checked(target, pod.Metadata), Node: Place(view, pod.Spec.NodeName));
            case (true, "Node"):
                return new TokenBinding(Node: Checked(target, Find<Node>(view, "nodes", "", name).Metadata));
            case (true, "Secret"):
                return new TokenBinding(Secret: Checked(target, Find<Secret>(view, "secrets", @namespace, name).Metadata));
            default:
                throw ApiErrors.BadRequest($"cannot bind token to object of type {TypeText(target)}");
        }
    }

    /// <summary>A node that isn't there is told by its name alone.</summary>
    private static TokenReference? Place(ViewSnapshot view, string? node) =>
        string.IsNullOrEmpty(node) ? null : new TokenReference(node, view.Get(new ObjectKey("nodes", "", node))?.Header.Uid);

    private static TokenReference Checked(BoundObjectReference target, ObjectMeta found) => string.IsNullOrEmpty(target.Uid) || target.Uid == found.Uid
        ? new TokenReference(found.Name!, found.Uid)
        : throw ApiErrors.Conflict(target.Kind!, "", found.Name!,
            $"the UID in the bound object reference ({target.Uid}) does not match the UID in record. The object might have been deleted and then recreated");

    private static T Find<T>(ViewSnapshot view, string resource, string @namespace, string name)
        where T : class, IApiObject, Api.Serialization.IApiType<T> =>
        view.Get(new ObjectKey(resource, @namespace, name))?.Read<T>() ?? throw ApiErrors.NotFound(resource, "", name);

    /// <summary>As Go prints a GroupVersionKind.</summary>
    private static string TypeText(BoundObjectReference target)
    {
        var version = target.ApiVersion ?? "";
        return $"{(version.Contains('/', StringComparison.Ordinal) ? version : "/" + version)}, Kind={target.Kind}";
    }

    private static void ThrowIfInvalid(string name, FieldErrors errors)
    {
        if (errors.Any)
        {
            throw ApiErrors.Invalid("TokenRequest", Group, name, errors.All);
        }
    }
}
