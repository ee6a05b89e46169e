using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Admission;

/// <summary>A pod acts as a service account of its namespace, and its containers find that account's token where clients look for it.</summary>
public sealed class ServiceAccounts(IObjectIdentity identity) : IAdmission
{
    private const string DefaultAccount = "default";
    private const string MountPath = "/var/run/secrets/kubernetes.io/serviceaccount";
    private const string VolumePrefix = "kube-api-access-";
    private const string EphemeralContainers = "ephemeralcontainers";

    public IApiObject Mutate(AdmissionRequest request, IApiObject value)
    {
        if (value is not Pod pod || !IsCreation(request))
        {
            return value;
        }

        var next = MirrorPods.IsMirror(pod) ? pod : Complete(request, pod);

        // What it may not use is told before what is wrong with it.
        Check(request, next);
        return next;
    }

    public void Validate(AdmissionRequest request, IApiObject value)
    {
        if (value is Pod pod && (IsCreation(request) || request is { Operation: AdmissionOperation.Update, Subresource: EphemeralContainers }))
        {
            Check(request, pod);
        }
    }

    private Pod Complete(AdmissionRequest request, Pod pod)
    {
        var name = string.IsNullOrEmpty(pod.Spec.ServiceAccountName) ? DefaultAccount : pod.Spec.ServiceAccountName;
        var account = Find(request, name);
        var spec = pod.Spec with { ServiceAccountName = name, ServiceAccount = name };
        if (spec.ImagePullSecrets is null or { Count: 0 })
        {
            spec = spec with { ImagePullSecrets = account.ImagePullSecrets };
        }

        return pod with { Spec = (spec.AutomountServiceAccountToken ?? account.AutomountServiceAccountToken ?? true) ? WithToken(spec) : spec };
    }

    private static void Check(AdmissionRequest request, Pod pod)
    {
        if (IsCreation(request) && MirrorPods.IsMirror(pod))
        {
            MirrorPods.Check(request, pod);
            return;
        }

        if (string.IsNullOrEmpty(pod.Spec.ServiceAccountName))
        {
            throw Refused(request, $"no service account specified for pod {request.Key.Namespace}/{request.Key.Name}");
        }

        var account = Find(request, pod.Spec.ServiceAccountName);
        var violation = !MountableSecrets.AreEnforced(account) ? null
            : IsCreation(request) ? MountableSecrets.Violation(account, pod) : MountableSecrets.EphemeralViolation(account, pod);
        if (violation is not null)
        {
            throw Refused(request, violation);
        }
    }

    private static bool IsCreation(AdmissionRequest request) => request is { Operation: AdmissionOperation.Create, Subresource.Length: 0 };

    private static ServiceAccount Find(AdmissionRequest request, string name) =>
        request.View.Get(new ObjectKey("serviceaccounts", request.Key.Namespace, name))?.Read<ServiceAccount>()
        ?? throw Refused(request, $"error looking up service account {request.Key.Namespace}/{name}: serviceaccount \"{name}\" not found");

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden("pods", "", request.Key.Name, why);

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
                new VolumeProjection { ServiceAccountToken = new ServiceAccountTokenProjection { ExpirationSeconds = TokenIssuer.DefaultVolumeSeconds, Path = "token" } },
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
