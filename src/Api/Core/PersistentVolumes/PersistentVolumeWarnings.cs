namespace ActorKube.Api.Core;

/// <summary>Warns of annotations, labels, a policy and drivers of the past.</summary>
internal static class PersistentVolumeWarnings
{
    private static readonly Dictionary<string, string> DeprecatedLabels = new()
    {
        ["beta.kubernetes.io/arch"] = "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
        ["beta.kubernetes.io/os"] = "deprecated since v1.14; use \"kubernetes.io/os\" instead",
        ["failure-domain.beta.kubernetes.io/region"] = "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
        ["failure-domain.beta.kubernetes.io/zone"] = "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
        ["beta.kubernetes.io/instance-type"] = "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
    };

    public static IReadOnlyList<string> Of(PersistentVolume volume)
    {
        var spec = volume.Spec;
        List<string> warnings = [];
        Add(Annotated(StorageNames.ClassAnnotation), $"metadata.annotations[{StorageNames.ClassAnnotation}]: deprecated since v1.8; use \"storageClassName\" attribute instead");
        Add(
            Annotated("volume.beta.kubernetes.io/mount-options"),
            "metadata.annotations[volume.beta.kubernetes.io/mount-options]: deprecated since v1.31; use \"mountOptions\" attribute instead");
        Add(
            spec.PersistentVolumeReclaimPolicy == "Recycle",
            "spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.");
        warnings.AddRange(OfAffinity(spec.NodeAffinity?.Required?.NodeSelectorTerms.OrEmpty() ?? []));
        Add(spec.Cephfs is not null, "spec.cephfs: deprecated in v1.28, non-functional in v1.31+");
        Add(spec.PhotonPersistentDisk is not null, "spec.photonPersistentDisk: deprecated in v1.11, non-functional in v1.16+");
        Add(spec.ScaleIO is not null, "spec.scaleIO: deprecated in v1.16, non-functional in v1.22+");
        Add(spec.Storageos is not null, "spec.storageOS: deprecated in v1.22, non-functional in v1.25+");
        Add(spec.Glusterfs is not null, "spec.glusterfs: deprecated in v1.25, non-functional in v1.26+");
        Add(spec.Rbd is not null, "spec.rbd: deprecated in v1.28, non-functional in v1.31+");
        return warnings;

        bool Annotated(string key) => volume.Metadata.Annotations?.ContainsKey(key) ?? false;

        void Add(bool applies, string warning)
        {
            if (applies)
            {
                warnings.Add(warning);
            }
        }
    }

    private static IEnumerable<string> OfAffinity(IReadOnlyList<NodeSelectorTerm> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var expressions = terms[i].MatchExpressions.OrEmpty();
            for (var j = 0; j < expressions.Count; j++)
            {
                if (DeprecatedLabels.TryGetValue(expressions[j].Key, out var text))
                {
                    yield return $"spec.nodeAffinity.required.nodeSelectorTerms[{i}].matchExpressions[{j}].key: {expressions[j].Key} is {text}";
                }
            }
        }
    }
}
