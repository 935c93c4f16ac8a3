<#if context.autohttps?has_content>
apiVersion: v1
kind: Service
metadata:
  name: ${context.names["proxy-http"]}
  namespace: ${context.namespace}
  labels:
    $merge: [${context.labels["proxy-http"].object}, ${context.publicService.labels}]
<#if context.publicService.annotations?has_content>
  annotations: ${context.publicService.annotations}
</#if>
spec:
  selector: ${context.labels.proxy.selector}
<#if (jupyterhub.proxy.service.ipFamilyPolicy)?has_content>
  ipFamilyPolicy: ${jupyterhub.proxy.service.ipFamilyPolicy}
</#if>
<#if (jupyterhub.proxy.service.ipFamilies)?has_content>
  ipFamilies: ${jupyterhub.proxy.service.ipFamilies}
</#if>
  ports:
  - port: 8000
    targetPort: http
</#if>
