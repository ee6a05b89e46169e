using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Admission;

/// <summary>A pod acts as a service account of its namespace, and its containers find that account's token where clients look for it.</summary>
public sealed class ServiceAccounts(IObjectIdentity identity) : IAdmission
{
    private const string DefaultAccount = "default";
    private const string MountPath = "/var/run/secrets/kubernetes.io/serviceaccount";
    private const string VolumePrefix = "kube-api-access-";
    private const string MirrorAnnotation = "kubernetes.io/config.mirror";

    /// <summary>An hour and a few seconds, by which Kubernetes tells its own tokens from those that were asked for.</summary>
    private const long TokenSeconds = 3607;

    public IApiObject Mutate(AdmissionRequest request, IApiObject value)
    {
        if (value is not Pod pod || request.Operation != AdmissionOperation.Create || request.Subresource.Length > 0
            || pod.Metadata.Annotations?.ContainsKey(MirrorAnnotation) == true)
        {
            return value;
        }

        var name = pod.Spec.ServiceAccountName ?? DefaultAccount;
        var account = request.View.Get(new ObjectKey("serviceaccounts", request.Key.Namespace, name))?.Read<ServiceAccount>()
            ?? throw ApiErrors.Forbidden("pods", "", request.Key.Name,
                $"error looking up service account {request.Key.Namespace}/{name}: serviceaccount \"{name}\" not found");
        var spec = pod.Spec with { ServiceAccountName = name, ServiceAccount = name };
        if (spec.ImagePullSecrets is null or { Count: 0 })
        {
            spec = spec with { ImagePullSecrets = account.ImagePullSecrets };
        }

        return pod with { Spec = (spec.AutomountServiceAccountToken ?? account.AutomountServiceAccountToken ?? true) ? WithToken(spec) : spec };
    }

    /// <summary>Mounts the token into every container that has nothing at its place.</summary>
    private PodSpec WithToken(PodSpec spec)
    {
        var present = spec.Volumes?.FirstOrDefault(v => v.Name.StartsWith(VolumePrefix, StringComparison.Ordinal))?.Name;
        var name = present ?? VolumePrefix + identity.NewSuffix();
        var mounted = false;
        IReadOnlyList<Container>? Mount(IReadOnlyList<Container>? containers) => containers?.Select(c =>
        {
            if (c.VolumeMounts?.Any(m => m.MountPath == MountPath) == true)
            {
                return c;
            }

            mounted = true;
            return c with { VolumeMounts = [.. c.VolumeMounts ?? [], new VolumeMount { Name = name, MountPath = MountPath, ReadOnly = true }] };
        }).ToList();

        var next = spec with { InitContainers = Mount(spec.InitContainers), Containers = Mount(spec.Containers) };
        return mounted && present is null ? next with { Volumes = [.. spec.Volumes ?? [], TokenVolume(name)] } : next;
    }

    private static Volume TokenVolume(string name) => new()
    {
        Name = name,
        Projected = new ProjectedVolumeSource
        {
            DefaultMode = 420,
            Sources =
            [
                new VolumeProjection { ServiceAccountToken = new ServiceAccountTokenProjection { ExpirationSeconds = TokenSeconds, Path = "token" } },
                new VolumeProjection { ConfigMap = new ConfigMapProjection { Name = "kube-root-ca.crt", Items = [new KeyToPath { Key = "ca.crt", Path = "ca.crt" }] } },
                new VolumeProjection
                {
                    DownwardAPI = new DownwardAPIProjection
                    {
                        Items = [new DownwardAPIVolumeFile { Path = "namespace", FieldRef = new ObjectFieldSelector { ApiVersion = "v1", FieldPath = "metadata.namespace" } }],
                    },
                },
            ],
        },
    };
}
