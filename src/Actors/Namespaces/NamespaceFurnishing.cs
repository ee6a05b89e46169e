using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Namespaces;

/// <summary>
/// Every namespace has a service account <c>default</c>, which pods act as that name none, and the certificates by which pods know the API server, in
/// the config map <c>kube-root-ca.crt</c>. Both are made again when they go, and the second is repaired when it is changed.
/// </summary>
/// <param name="rootCertificates">PEM text of the certificates.</param>
internal sealed class NamespaceFurnishing(string rootCertificates)
{
    public const string RootCertificates = "kube-root-ca.crt";
    public const string DefaultAccount = "default";
    private const string CertificateKey = "ca.crt";
    private const string DescriptionKey = "kubernetes.io/description";

    private const string Description = "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or "
        + "kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.";

    public Decision Decide(ReconcileContext context, Namespace space)
    {
        var name = space.Metadata.Name!;
        return new Decision([.. Certificates(context, name), .. Account(context, name)]);
    }

    private static ImmutableArray<ReconcileAction> Account(ReconcileContext context, string space) =>
        context.View.TryGet(new ObjectKey(Resources.ServiceAccounts, space, DefaultAccount), out _) ? [] : [new CreateObject(new ServiceAccount
        {
            ApiVersion = "v1",
            Kind = "ServiceAccount",
            Metadata = new ObjectMeta { Name = DefaultAccount, Namespace = space },
        })];

    private ImmutableArray<ReconcileAction> Certificates(ReconcileContext context, string space)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { [CertificateKey] = rootCertificates };
        if (context.View.Get(new ObjectKey(Resources.ConfigMaps, space, RootCertificates)) is not { } stored)
        {
            return [new CreateObject(new ConfigMap
            {
                ApiVersion = "v1",
                Kind = "ConfigMap",
                Metadata = new ObjectMeta
                {
                    Name = RootCertificates,
                    Namespace = space,
                    Annotations = new Dictionary<string, string>(StringComparer.Ordinal) { [DescriptionKey] = Description },
                },
                Data = data,
            })];
        }

        var map = stored.Read<ConfigMap>();
        var isRight = map.Data is { Count: 1 } found && found.GetValueOrDefault(CertificateKey) == rootCertificates
            && map.Metadata.Annotations?.GetValueOrDefault(DescriptionKey) == Description;
        return isRight || stored.Header.IsDeleting ? [] : [new ReplaceObject(stored, map with { Data = data, Metadata = Described(map.Metadata) })];
    }

    private static ObjectMeta Described(ObjectMeta metadata) => metadata with
    {
        Annotations = new Dictionary<string, string>(metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [DescriptionKey] = Description },
    };
}
