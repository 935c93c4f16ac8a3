<#if context.publicService.ports?has_content>
apiVersion: v1
kind: Service
metadata:
  name: ${context.names["proxy-public"]}
  namespace: ${context.namespace}
  labels:
    $merge: [${context.labels["proxy-public"].object}, ${context.publicService.labels}]
<#if context.publicService.annotations?has_content>
  annotations: ${context.publicService.annotations}
</#if>
spec:
  type: ${jupyterhub.proxy.service.type}
  selector: ${context.publicService.selector}
<#if context.publicService.loadBalancerIP??>
  loadBalancerIP: ${context.publicService.loadBalancerIP}
</#if>
<#if context.publicService.loadBalancerSourceRanges??>
  loadBalancerSourceRanges: ${context.publicService.loadBalancerSourceRanges}
</#if>
<#if (jupyterhub.proxy.service.externalIPs)?has_content>
  externalIPs: ${jupyterhub.proxy.service.externalIPs}
</#if>
<#if (jupyterhub.proxy.service.ipFamilyPolicy)?has_content>
  ipFamilyPolicy: ${jupyterhub.proxy.service.ipFamilyPolicy}
</#if>
<#if (jupyterhub.proxy.service.ipFamilies)?has_content>
  ipFamilies: ${jupyterhub.proxy.service.ipFamilies}
</#if>
  ports: ${context.publicService.ports}
</#if>
