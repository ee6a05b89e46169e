using System.Text;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.ServiceAccounts;

/// <summary>
/// Fills the secrets that ask for the token of a service account: the token, by which whoever has it acts as the account, the certificates by which it knows the
/// API server, and the namespace. A secret whose account is gone goes too. Follows
/// <c>kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#token-controller</c>.
/// </summary>
/// <param name="rootCertificates">PEM text of the certificates.</param>
internal sealed class TokenSecretReconciler(TokenIssuer tokens, string rootCertificates) : IReconciler
{
    private const string TokenKey = "token";
    private const string CertificateKey = "ca.crt";
    private const string NamespaceKey = "namespace";
    private const string AccountUid = "kubernetes.io/service-account.uid";

    private readonly byte[] _certificates = Encoding.UTF8.GetBytes(rootCertificates);

    public string Resource => Resources.Secrets;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Secret>() is not { Type: SecretTypes.ServiceAccountToken } secret)
        {
            return Decision.None;
        }

        if (Account(context, secret) is not { } account)
        {
            return Decision.Do(new DeleteObject(stored.Key, stored.Header.Uid));
        }

        return IsComplete(secret) ? Decision.None : Decision.Do(new ReplaceObject(stored, Filled(secret, account)));
    }

    private static ServiceAccount? Account(ReconcileContext context, Secret secret)
    {
        var annotations = secret.Metadata.Annotations!;
        var key = new ObjectKey(Resources.ServiceAccounts, context.Key.Namespace, annotations[SecretTypes.ServiceAccountName]);
        var isOther = annotations.TryGetValue(AccountUid, out var uid) && uid.Length > 0 && context.View.Get(key)?.Header.Uid != uid;
        return isOther ? null : context.View.Get(key)?.Read<ServiceAccount>();
    }

    private bool IsComplete(Secret secret) =>
        Value(secret, CertificateKey).Span.SequenceEqual(_certificates) && Value(secret, NamespaceKey).Length > 0 && Value(secret, TokenKey).Length > 0;

    private Secret Filled(Secret secret, ServiceAccount account)
    {
        var data = new Dictionary<string, ReadOnlyMemory<byte>>(secret.Data ?? new Dictionary<string, ReadOnlyMemory<byte>>(), StringComparer.Ordinal) { [CertificateKey] = _certificates };
        if (Value(secret, NamespaceKey).Length == 0)
        {
            data[NamespaceKey] = Encoding.UTF8.GetBytes(secret.Metadata.Namespace!);
        }

        if (Value(secret, TokenKey).Length == 0)
        {
            data[TokenKey] = Encoding.UTF8.GetBytes(tokens.IssueForSecret(account, secret));
        }

        var annotations = new Dictionary<string, string>(secret.Metadata.Annotations!, StringComparer.Ordinal)
        {
            [SecretTypes.ServiceAccountName] = account.Metadata.Name!,
            [AccountUid] = account.Metadata.Uid!,
        };
        return secret with { Data = data, Metadata = secret.Metadata with { Annotations = annotations } };
    }

    private static ReadOnlyMemory<byte> Value(Secret secret, string key) => secret.Data?.GetValueOrDefault(key) ?? default;
}
