using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>Pods that a node runs by itself and only shows to the API get nothing from the API.</summary>
internal static class MirrorPods
{
    private const string Annotation = "kubernetes.io/config.mirror";

    public static bool IsMirror(Pod pod) => pod.Metadata.Annotations?.ContainsKey(Annotation) == true;

    /// <exception cref="ApiException">403.</exception>
    public static void Check(AdmissionRequest request, Pod pod)
    {
        var spec = pod.Spec;
        var wrong = !string.IsNullOrEmpty(spec.ServiceAccountName) ? "a mirror pod may not reference service accounts"
            : PodSecrets.Names(spec).Any() ? "a mirror pod may not reference secrets"
            : spec.Volumes?.Any(static v => v.Projected?.Sources?.Any(static s => s.ServiceAccountToken is not null) == true) == true
                ? "a mirror pod may not use ServiceAccountToken volume projections" : null;
        if (wrong is not null)
        {
            throw ApiErrors.Forbidden("pods", "", request.Key.Name, wrong);
        }
    }
}
